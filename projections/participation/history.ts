import type { Position } from '#libs/event-store/port';
import { datedUntil } from '#libs/kernel/dated';
import { mergedHours } from '#libs/hours/merged-hours';
import type { LocalDate } from '#libs/kernel/time';
import { foldFromLog, type LogToFold } from '#libs/projection-engine/fold-from-log';
import { openLinks } from '#libs/projection-engine/merged-records';
import type { AnalysisAsked, AnalysisFigures } from './analysis.query.js';
import type {
  ParticipationEntry,
  ParticipationMerged,
  ParticipationPerson,
  ParticipationTeam,
} from './participation.entity.js';
import { participation } from './participation.projection.js';

/** The figures of an analysis worked out from the entries of the log up to a position; the window is not asked. */
export async function analysisFromLog(
  log: LogToFold,
  asked: AnalysisAsked,
  position: Position,
): Promise<AnalysisFigures> {
  const [entries, people, teams, merged] = (await foldFromLog(log, participation.tables, position)) as unknown as [
    readonly ParticipationEntry[],
    readonly ParticipationPerson[],
    readonly ParticipationTeam[],
    readonly ParticipationMerged[],
  ];
  const links = openLinks(merged);
  const within = personEntries(entries, links).filter(
    ({ servedOn }) => asked.fromOn <= servedOn && servedOn <= asked.untilOn,
  );
  const persons = people.filter(({ volunteerId }) => !links.some((link) => link.volunteerId === volunteerId));
  return { ...ofPeople(persons, within, asked), ...ofEntries(within, asked), ...ofTeams(teams, within, asked) };
}

/** F-08: those of a record that gave way belong to its survivor, and what overlaps is left out. */
function personEntries(
  entries: readonly ParticipationEntry[],
  links: ReturnType<typeof openLinks>,
): readonly ParticipationEntry[] {
  const survivorOf = new Map(links.map(({ volunteerId, survivorId }) => [volunteerId, survivorId]));
  const concerned = new Set([...survivorOf.keys(), ...survivorOf.values()]);
  const of = (record: string): readonly ParticipationEntry[] => entries.filter((entry) => entry.volunteerId === record);
  const merged = [...new Set(survivorOf.values())].flatMap((survivorId) => {
    const records = [
      survivorId,
      ...links.filter((link) => link.survivorId === survivorId).map((link) => link.volunteerId),
    ];
    return mergedHours(records.map(of)).counted.map((entry) => ({ ...entry, volunteerId: survivorId }));
  });
  return [...entries.filter(({ volunteerId }) => !concerned.has(volunteerId)), ...merged];
}

const inScope = ({ scope }: AnalysisAsked, organizationId: ParticipationPerson['organizationId']): boolean =>
  scope === undefined || (organizationId !== null && scope.includes(organizationId));

const minutesOf = (entries: readonly ParticipationEntry[]): number =>
  entries.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);

const isExempted = ({ exempted }: ParticipationPerson, day: LocalDate): boolean =>
  exempted.some(({ from, until }) => from <= day && (until === null || until >= day));

function ofPeople(people: readonly ParticipationPerson[], within: readonly ParticipationEntry[], asked: AnalysisAsked) {
  const served = new Map<string, number>();
  for (const { volunteerId, serviceMinutes } of within)
    served.set(volunteerId, (served.get(volunteerId) ?? 0) + serviceMinutes);
  const found = people
    .filter(({ organizationId }) => inScope(asked, organizationId))
    .filter(
      ({ enrolledOn, leftOn }) =>
        enrolledOn !== null && enrolledOn <= asked.untilOn && (leftOn === null || leftOn > asked.untilOn),
    )
    .map((person) => ({ minutes: served.get(person.volunteerId) ?? 0, isExempted: isExempted(person, asked.untilOn) }));
  const { minutesMin } = asked;
  return {
    volunteers: found.length,
    exempted: found.filter((one) => one.isExempted).length,
    participants: found.filter(({ minutes }) => minutes > 0).length,
    withoutMinutes: found.filter((one) => one.minutes === 0 && !one.isExempted).length,
    reached: found.filter(({ minutes }) => minutesMin !== null && minutes >= minutesMin).length,
    behind: found.filter((one) => minutesMin !== null && one.minutes < minutesMin && !one.isExempted).length,
  };
}

function ofEntries(within: readonly ParticipationEntry[], asked: AnalysisAsked) {
  const own = within.filter(({ organizationId }) => inScope(asked, organizationId));
  const declared = own.filter(({ provenance }) => provenance === 'DECLARED');
  const lateMinutes = minutesOf(own.filter(({ late }) => late));
  return { serviceMinutes: minutesOf(own), declaredMinutes: minutesOf(declared), lateMinutes, entries: own.length };
}

function ofTeams(teams: readonly ParticipationTeam[], within: readonly ParticipationEntry[], asked: AnalysisAsked) {
  const counts = teams
    .filter(
      ({ establishedOn, endedOn }) => establishedOn <= asked.untilOn && (endedOn === null || endedOn > asked.untilOn),
    )
    .filter(({ owners }) => inScope(asked, datedUntil(owners, asked.untilOn).at(-1)?.organizationId ?? null))
    .map(({ teamId }) =>
      activitiesOf(
        within.filter((entry) => entry.teamId === teamId),
        asked.membersMin,
      ),
    );
  const { activitiesMin } = asked;
  return {
    teams: counts.length,
    activities: counts.reduce((sum, count) => sum + count, 0),
    teamsReached: counts.filter((count) => activitiesMin !== null && count >= activitiesMin).length,
  };
}

function activitiesOf(entries: readonly ParticipationEntry[], membersMin: number): number {
  const members = new Map<string, Set<string>>();
  for (const { activityId, volunteerId } of entries)
    if (activityId !== null) members.set(activityId, (members.get(activityId) ?? new Set()).add(volunteerId));
  return [...members.values()].filter(({ size }) => size >= membersMin).length;
}
