import type { ActivityEvent } from '#libs/activity/activity.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import { yearOf } from '#libs/kernel/time';
import { mergedRecords } from '#libs/projection-engine/merged-records';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { lettersOf } from '#libs/projection-engine/letters';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  TeamYearEntry,
  TeamYearMerged,
  TeamYearName,
  TeamYearParticipation,
  TeamYearTeam,
} from './team-year.entity.js';

type Reversed = Extract<HoursEvent, { type: 'ServiceHoursReversed' }>['data'];
type ParticipationKey = Pick<TeamYearParticipation, 'teamId' | 'year' | 'activityId' | 'volunteerId'>;

/** Who served without a team counts for none. */
const participation = (
  data: Pick<Reversed, 'teamId' | 'servedOn' | 'activityId' | 'volunteerId'>,
): readonly ParticipationKey[] => {
  const { teamId, servedOn, activityId, volunteerId } = data;
  return teamId === undefined || activityId === undefined
    ? []
    : [{ teamId, year: yearOf(servedOn), activityId, volunteerId }];
};

const participations = table<TeamYearParticipation, HoursEvent>()({
  entity: TeamYearParticipation,
  keyOf: { ServiceHoursCredited: participation, ServiceHoursReversed: participation },
  empty: (key): TeamYearParticipation => ({ ...key, serviceMinutes: 0, entries: 0 }),
  on: {
    ServiceHoursCredited: (row, { serviceMinutes }): TeamYearParticipation => ({
      ...row,
      serviceMinutes: row.serviceMinutes + serviceMinutes,
      entries: row.entries + 1,
    }),
    ServiceHoursReversed: (row, { serviceMinutes }): TeamYearParticipation | null =>
      row.entries === 1
        ? null
        : { ...row, serviceMinutes: row.serviceMinutes - serviceMinutes, entries: row.entries - 1 },
  },
});

type EntryKey = Pick<TeamYearEntry, 'entryId'>;
const ofEntry = ({ entryId }: EntryKey): EntryKey => ({ entryId });

const entries = table<TeamYearEntry, HoursEvent>()({
  entity: TeamYearEntry,
  keyOf: { ServiceHoursCredited: ofEntry, ServiceHoursReversed: ofEntry },
  empty: (key): TeamYearEntry => key as TeamYearEntry,
  on: {
    ServiceHoursCredited: (row, { volunteerId, servedOn, startsAt, endsAt, serviceMinutes, ...of }): TeamYearEntry => ({
      ...{ ...row, volunteerId, servedOn, startsAt, endsAt, serviceMinutes },
      activityId: of.activityId ?? null,
      teamId: of.teamId ?? null,
    }),
    ServiceHoursReversed: (): null => null,
  },
});

const life = teamLife<TeamYearTeam>();
const lettered = (row: TeamYearTeam | null): TeamYearTeam | null =>
  row && { ...row, letters: row.names.map(({ name }) => lettersOf(name)).join(' ') };

const teams = table<TeamYearTeam, TeamEvent>()({
  entity: TeamYearTeam,
  keyOf: teamLifeKeys,
  empty: (key: Pick<TeamYearTeam, 'teamId'>): TeamYearTeam => ({ ...unfoundedTeam(key), letters: '' }),
  on: {
    ...life,
    TeamEstablished: (row, data, meta): TeamYearTeam | null => lettered(life.TeamEstablished(row, data, meta)),
    TeamRenamed: (row, data, meta): TeamYearTeam | null => lettered(life.TeamRenamed(row, data, meta)),
  },
});

type NameKey = Pick<TeamYearName, 'subjectId'>;
const named = (subjectId: NameKey['subjectId']): NameKey => ({ subjectId });

const names = table<TeamYearName, ActivityEvent | VolunteerEvent>()({
  entity: TeamYearName,
  keyOf: {
    ActivityPlanned: ({ activityId }): NameKey => named(activityId),
    ApplicationSubmitted: ({ volunteerId }): NameKey => named(volunteerId),
    ParticularsChanged: ({ volunteerId, name }): readonly NameKey[] => (name === undefined ? [] : [named(volunteerId)]),
  },
  empty: (key): TeamYearName => ({ ...key, name: '' }),
  on: {
    ActivityPlanned: (row, { title }): TeamYearName => ({ ...row, name: title }),
    ApplicationSubmitted: (row, { name }): TeamYearName => ({ ...row, name }),
    ParticularsChanged: (row, { name }): TeamYearName => ({ ...row, name: name ?? row.name }),
  },
});

/** Answers: how many activities did this team hold in this calendar year (Z-68, A-08), and which were they? */
export const teamYear: Projection = {
  name: 'team-year',
  version: 3,
  opens: ['identity', 'free'],
  tables: [participations, entries, teams, names, mergedRecords(TeamYearMerged)],
};
