import type { HoursEvent } from '#libs/hours/hours.events';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { mergedRecords } from '#libs/projection-engine/merged-records';
import { table, type Projection } from '#libs/projection-engine/projection';
import { addDays } from '#libs/reference/dates';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { QuotaEvent } from '#libs/review/quota.events';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  ParticipationEntry,
  ParticipationMerged,
  ParticipationPerson,
  ParticipationTeam,
  ParticipationYear,
} from './participation.entity.js';

type EntryKey = Pick<ParticipationEntry, 'entryId'>;
const ofEntry = ({ entryId }: EntryKey): EntryKey => ({ entryId });

const entries = table<ParticipationEntry, HoursEvent>()({
  entity: ParticipationEntry,
  keyOf: { ServiceHoursCredited: ofEntry, ServiceHoursReversed: ofEntry },
  empty: (key): ParticipationEntry => key as ParticipationEntry,
  on: {
    ServiceHoursCredited: (row, data): ParticipationEntry => {
      const { volunteerId, organizationId, servedOn, startsAt, endsAt, serviceMinutes, provenance, late } = data;
      const of = { volunteerId, organizationId, servedOn, startsAt, endsAt, serviceMinutes, provenance, late };
      return { ...row, ...of, activityId: data.activityId ?? null, teamId: data.teamId ?? null };
    },
    ServiceHoursReversed: (): null => null,
  },
});

type YearKey = Pick<ParticipationYear, 'year' | 'volunteerId'>;
type Counted = Extract<HoursEvent, { type: 'ServiceHoursCredited' | 'ServiceHoursReversed' }>['data'];
const ofYear = ({ servedOn, volunteerId }: Counted): YearKey => ({ year: yearOf(servedOn), volunteerId });

const noMinutes: readonly number[] = Array.from({ length: 12 }, () => 0);
const added = (soFar: readonly number[], servedOn: LocalDate, minutes: number): readonly number[] =>
  soFar.map((before, i) => (i + 1 < Number(servedOn.slice(5, 7)) ? before : before + minutes));

const years = table<ParticipationYear, HoursEvent>()({
  entity: ParticipationYear,
  keyOf: { ServiceHoursCredited: ofYear, ServiceHoursReversed: ofYear },
  empty: (key): ParticipationYear => ({ ...key, soFar: noMinutes }),
  on: {
    ServiceHoursCredited: (row, { servedOn, serviceMinutes }): ParticipationYear => ({
      ...row,
      soFar: added(row.soFar, servedOn, serviceMinutes),
    }),
    ServiceHoursReversed: (row, { servedOn, serviceMinutes }): ParticipationYear => ({
      ...row,
      soFar: added(row.soFar, servedOn, 0 - serviceMinutes),
    }),
  },
});

type PersonKey = Pick<ParticipationPerson, 'volunteerId'>;
const ofPerson = ({ volunteerId }: PersonKey): PersonKey => ({ volunteerId });

const dayBefore = (day: LocalDate): LocalDate => addDays(day, -1) as LocalDate;

const people = table<ParticipationPerson, VolunteerEvent | QuotaEvent>()({
  entity: ParticipationPerson,
  keyOf: {
    ApplicationSubmitted: ofPerson,
    ParticularsChanged: ofPerson,
    VolunteerEnrolled: ofPerson,
    PrimaryTeamChosen: ofPerson,
    PrimaryTeamCleared: ofPerson,
    VolunteerWithdrew: ofPerson,
    VolunteerDeceased: ofPerson,
    DeathRetracted: ofPerson,
    MembershipCeased: ofPerson,
    MembershipRestored: ofPerson,
    AffiliationTransferReceived: ofPerson,
    AffiliationMoved: ofPerson,
    PersonsMerged: ofPerson,
    MergeUndone: ofPerson,
    QuotaExempted: ofPerson,
    QuotaExemptionEnded: ofPerson,
    ReminderTalkHeld: ofPerson,
  },
  empty: (key): ParticipationPerson => ({
    ...key,
    name: '',
    volunteerNumber: null,
    organizationId: null,
    primaryTeamId: null,
    enrolledOn: null,
    leftOn: null,
    exempted: [],
    talks: [],
  }),
  on: {
    ApplicationSubmitted: (row, { name, organizationId }): ParticipationPerson => ({ ...row, name, organizationId }),
    ParticularsChanged: (row, { name }): ParticipationPerson => ({ ...row, name: name ?? row.name }),
    VolunteerEnrolled: (row, { organizationId, volunteerNumber, enrolledOn }): ParticipationPerson => ({
      ...row,
      organizationId,
      volunteerNumber,
      enrolledOn,
      leftOn: null,
    }),
    PrimaryTeamChosen: (row, { teamId }): ParticipationPerson => ({ ...row, primaryTeamId: teamId }),
    PrimaryTeamCleared: (row, { teamId }): ParticipationPerson =>
      row.primaryTeamId === teamId ? { ...row, primaryTeamId: null } : row,
    VolunteerWithdrew: (row, { withdrawnOn }): ParticipationPerson => ({ ...row, leftOn: withdrawnOn }),
    VolunteerDeceased: (row, { deceasedOn }): ParticipationPerson => ({ ...row, leftOn: deceasedOn }),
    DeathRetracted: (row): ParticipationPerson => ({ ...row, leftOn: null }),
    MembershipCeased: (row, { ceasedOn }): ParticipationPerson => ({ ...row, leftOn: ceasedOn }),
    MembershipRestored: (row): ParticipationPerson => ({ ...row, leftOn: null }),
    AffiliationTransferReceived: (row, { toOrganizationId }): ParticipationPerson => ({
      ...row,
      organizationId: toOrganizationId,
    }),
    AffiliationMoved: (row, { toOrganizationId }): ParticipationPerson => ({
      ...row,
      organizationId: toOrganizationId,
    }),
    PersonsMerged: (row, { mergedOn }): ParticipationPerson => ({ ...row, leftOn: mergedOn }),
    MergeUndone: (row): ParticipationPerson => ({ ...row, leftOn: null }),
    QuotaExempted: (row, { exemptionId, effectiveOn, untilOn }): ParticipationPerson => ({
      ...row,
      exempted: [...row.exempted, { exemptionId, from: effectiveOn, until: untilOn ?? null }],
    }),
    QuotaExemptionEnded: (row, { exemptionId, endedOn }): ParticipationPerson => ({
      ...row,
      exempted: row.exempted.map((one) =>
        one.exemptionId === exemptionId && (one.until === null || one.until >= endedOn)
          ? { ...one, until: dayBefore(endedOn) }
          : one,
      ),
    }),
    ReminderTalkHeld: (row, { talkId, heldOn, year, half }): ParticipationPerson => ({
      ...row,
      talks: [...row.talks, { talkId, heldOn, year, half }],
    }),
  },
});

const teams = table<ParticipationTeam, TeamEvent>()({
  entity: ParticipationTeam,
  keyOf: teamLifeKeys,
  empty: unfoundedTeam,
  on: teamLife<ParticipationTeam>(),
});

/**
 * Answers: who takes part how much by which day, who is behind while there is time, and of whom nothing is asked (Z-57,
 * Z-58, A-13)? Whether anybody is reminded, exempted or praised is decided by people.
 */
export const participation: Projection = {
  name: 'participation',
  version: 5,
  opens: ['identity', 'free'],
  tables: [entries, people, teams, mergedRecords(ParticipationMerged), years],
};
