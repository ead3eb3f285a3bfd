import type { ActivityEvent } from '#libs/activity/activity.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { AccountId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  HoursEntry,
  VolunteerYear,
  VolunteerYearName,
  VolunteerYearPerson,
  type HoursEntryState,
} from './volunteer-year.entity.js';

type DataOf<T extends HoursEvent['type']> = Extract<HoursEvent, { type: T }>['data'];
type Counted = Pick<DataOf<'ServiceHoursReversed'>, 'volunteerId' | 'servedOn'>;

type YearKey = Pick<VolunteerYear, 'volunteerId' | 'year'>;
const yearKey = ({ volunteerId, servedOn }: Counted): YearKey => ({ volunteerId, year: yearOf(servedOn) });

type Service = Pick<DataOf<'ServiceHoursReversed'>, 'activityId' | 'serviceMinutes'>;

/** Added or taken off; an activity without minutes left is none. */
function counted(row: VolunteerYear, { activityId, serviceMinutes }: Service, sign: 1 | -1): VolunteerYear {
  const { [activityId]: before = 0, ...others } = row.activityMinutes;
  const minutes = sign * serviceMinutes;
  const after = before + minutes;
  const activityMinutes = after === 0 ? others : { ...others, [activityId]: after };
  const activities = Object.keys(activityMinutes).length;
  return { ...row, serviceMinutes: row.serviceMinutes + minutes, activities, activityMinutes };
}

const years = table<VolunteerYear, HoursEvent>()({
  entity: VolunteerYear,
  keyOf: { ServiceHoursCredited: yearKey, ServiceHoursReversed: yearKey },
  empty: (key): VolunteerYear => ({ ...key, serviceMinutes: 0, activities: 0, activityMinutes: {} }),
  on: {
    ServiceHoursCredited: (row, data): VolunteerYear => counted(row, data, 1),
    ServiceHoursReversed: (row, data): VolunteerYear => counted(row, data, -1),
  },
});

type EntryKey = Pick<HoursEntry, 'entryId'>;
const ofEntry = ({ entryId }: EntryKey): EntryKey => ({ entryId });

function written(row: HoursEntry, data: DataOf<'ServiceHoursCredited'>, state: HoursEntryState): HoursEntry {
  return { ...row, ...data, teamId: data.teamId ?? null, year: yearOf(data.servedOn), state };
}

const entries = table<HoursEntry, HoursEvent>()({
  entity: HoursEntry,
  keyOf: { ServiceHoursCredited: ofEntry, ServiceHoursConflicted: ofEntry, ServiceHoursReversed: ofEntry },
  // Every other column is written by the first event of an entry, which is never a reversal.
  empty: (key): HoursEntry =>
    ({
      ...key,
      conflictsWith: null,
      reversalReasonCode: null,
      reversedOn: null,
      reversedBy: null,
      reversalPosition: null,
    }) as HoursEntry,
  on: {
    ServiceHoursCredited: (row, data, { position }): HoursEntry => ({ ...written(row, data, 'credited'), position }),
    ServiceHoursConflicted: (row, { conflictsWith, ...data }, { position }): HoursEntry => ({
      ...written(row, data, 'conflicted'),
      conflictsWith,
      position,
    }),
    ServiceHoursReversed: (row, { reasonCode, reversedOn }, { position, entry }: Meta): HoursEntry => ({
      ...row,
      state: 'reversed',
      reversalReasonCode: reasonCode,
      reversedOn,
      reversedBy: entry.by as AccountId,
      reversalPosition: position,
    }),
  },
});

type PersonKey = Pick<VolunteerYearPerson, 'volunteerId'>;
const ofVolunteer = ({ volunteerId }: PersonKey): PersonKey => ({ volunteerId });

const persons = table<VolunteerYearPerson, VolunteerEvent>()({
  entity: VolunteerYearPerson,
  keyOf: {
    ApplicationSubmitted: ofVolunteer,
    VolunteerEnrolled: ofVolunteer,
    ParticularsChanged: ofVolunteer,
    PrimaryTeamChosen: ofVolunteer,
    PrimaryTeamCleared: ofVolunteer,
    VolunteerWithdrew: ofVolunteer,
  },
  empty: (key): VolunteerYearPerson => ({
    ...key,
    name: '',
    organizationId: null,
    participantKind: null,
    volunteerNumber: null,
    primaryTeamId: null,
    enrolledOn: null,
    withdrawnOn: null,
  }),
  on: {
    ApplicationSubmitted: (row, { name, participantKind, organizationId }): VolunteerYearPerson => ({
      ...row,
      name,
      participantKind,
      organizationId,
    }),
    VolunteerEnrolled: (row, { organizationId, volunteerNumber, enrolledOn }): VolunteerYearPerson => ({
      ...row,
      organizationId,
      volunteerNumber,
      enrolledOn,
      withdrawnOn: null,
    }),
    ParticularsChanged: (row, data): VolunteerYearPerson => ({
      ...row,
      name: data.name ?? row.name,
      participantKind: data.participantKind ?? row.participantKind,
    }),
    PrimaryTeamChosen: (row, { teamId }): VolunteerYearPerson => ({ ...row, primaryTeamId: teamId }),
    PrimaryTeamCleared: (row): VolunteerYearPerson => ({ ...row, primaryTeamId: null }),
    VolunteerWithdrew: (row, { withdrawnOn }): VolunteerYearPerson => ({ ...row, withdrawnOn }),
  },
});

type NameKey = Pick<VolunteerYearName, 'subjectId'>;
const named = (subjectId: NameKey['subjectId']): NameKey => ({ subjectId });

const names = table<VolunteerYearName, TeamEvent | ActivityEvent>()({
  entity: VolunteerYearName,
  keyOf: {
    TeamEstablished: ({ teamId }): NameKey => named(teamId),
    ActivityPlanned: ({ activityId }): NameKey => named(activityId),
  },
  empty: (key): VolunteerYearName => ({ ...key, name: '' }),
  on: {
    TeamEstablished: (row, { name }): VolunteerYearName => ({ ...row, name }),
    ActivityPlanned: (row, { title }): VolunteerYearName => ({ ...row, name: title }),
  },
});

/** Answers: how long did this volunteer serve in this calendar year, and which entries say so? */
export const volunteerYear: Projection = {
  name: 'volunteer-year',
  version: 1,
  opens: ['identity', 'free'],
  tables: [years, entries, persons, names],
};
