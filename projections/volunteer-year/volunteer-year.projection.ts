import type { ActivityEvent } from '#libs/activity/activity.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { AccountId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { mergedRecords } from '#libs/projection-engine/merged-records';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  HoursEntry,
  VolunteerYear,
  VolunteerYearMerged,
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
  const minutes = sign * serviceMinutes;
  if (activityId === undefined) return { ...row, serviceMinutes: row.serviceMinutes + minutes };
  const { [activityId]: before = 0, ...others } = row.activityMinutes;
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

type Written = Omit<DataOf<'ServiceHoursCredited'>, 'batch'>;

function written(row: HoursEntry, data: Written, state: HoursEntryState, { position }: Meta): HoursEntry {
  return { ...row, ...data, year: yearOf(data.servedOn), state, position };
}

function claimed(
  row: HoursEntry,
  data: DataOf<'ServiceHoursRecorded' | 'ServiceHoursAttested'>,
  state: HoursEntryState,
): HoursEntry {
  const { kind, volunteerId, organizationId, servedOn, startsAt, endsAt, serviceMinutes, provenance } = data;
  const { recordedBy, recordedOn, lateReasonCode = null } = data;
  return {
    ...{ ...row, kind, volunteerId, organizationId, servedOn, startsAt, endsAt, serviceMinutes, provenance },
    ...{ recordedBy, recordedOn, lateReasonCode, year: yearOf(servedOn), state },
  };
}

const nothingYet = {
  activityId: null,
  sessionId: null,
  teamId: null,
  attestedBy: null,
  attestedOn: null,
  dueOn: null,
  dueProvisional: false,
  late: false,
  lateReasonCode: null,
  holdReasons: [],
  approvalLevel: null,
  approvedBy: null,
  approvedOn: null,
  declinedOn: null,
  standsEntryId: null,
  replaces: null,
  replacedBy: null,
  conflictsWith: null,
  reversalReasonCode: null,
  reversedOn: null,
  reversedBy: null,
  reversalPosition: null,
} as const;

const entries = table<HoursEntry, HoursEvent | YearCloseEvent>()({
  entity: HoursEntry,
  keyOf: {
    ServiceHoursRecorded: ofEntry,
    ServiceHoursAttested: ofEntry,
    ServiceHoursCredited: ofEntry,
    ServiceHoursConflicted: ofEntry,
    ServiceHoursConflictResolved: ofEntry,
    ServiceHoursHeld: ofEntry,
    ServiceHoursApproved: ofEntry,
    ServiceHoursDeclined: ofEntry,
    ServiceHoursClaimWithdrawn: ofEntry,
    ServiceHoursReversed: ofEntry,
    PriorYearServicePosted: ofEntry,
    PriorYearAdjusted: ofEntry,
  },
  // Every other column is written by the first event of an entry, which is never an act upon it.
  empty: (key): HoursEntry => ({ ...key, ...nothingYet }) as unknown as HoursEntry,
  on: {
    ServiceHoursRecorded: (row, data, { position }): HoursEntry => ({ ...claimed(row, data, 'recorded'), position }),
    ServiceHoursAttested: (row, data): HoursEntry => ({
      ...claimed(row, data, 'attested'),
      attestedBy: data.attestedBy,
      attestedOn: data.attestedOn,
    }),
    ServiceHoursCredited: (row, { batch: _batch, ...data }, meta): HoursEntry => written(row, data, 'credited', meta),
    ServiceHoursConflicted: (row, { batch: _batch, conflictsWith, ...data }, meta): HoursEntry => ({
      ...written(row, data, 'conflicted', meta),
      conflictsWith,
    }),
    ServiceHoursConflictResolved: (row, { standsEntryId, entryId }): HoursEntry => ({
      ...row,
      standsEntryId,
      state: standsEntryId === entryId ? row.state : 'declined',
    }),
    ServiceHoursHeld: (
      row,
      { batch: _batch, holdReasons, approvalLevel, dayMinutes: _day, ...data },
      meta,
    ): HoursEntry => ({
      ...written(row, data, 'held', meta),
      holdReasons,
      approvalLevel,
    }),
    PriorYearServicePosted: (row, { batch: _batch, year: _year, adjustsYear: _adjusts, ...data }, meta): HoursEntry =>
      written(row, data, 'found', meta),
    PriorYearAdjusted: (row, { adjustedOn }, { entry }): HoursEntry | null => {
      if ((row as Partial<HoursEntry>).state === undefined) return null;
      return row.state === 'found'
        ? { ...row, state: 'adjusted', approvedBy: entry.by as AccountId, approvedOn: adjustedOn }
        : row;
    },
    ServiceHoursApproved: (row, { approvedBy, approvedOn }): HoursEntry => ({ ...row, approvedBy, approvedOn }),
    ServiceHoursDeclined: (row, { declinedOn }): HoursEntry => ({ ...row, state: 'declined', declinedOn }),
    ServiceHoursClaimWithdrawn: (row): HoursEntry => ({ ...row, state: 'withdrawn' }),
    ServiceHoursReversed: (
      row,
      { reasonCode, reversedOn, reversedBy, replacedBy = null },
      { position },
    ): HoursEntry => ({
      ...row,
      state: 'reversed',
      reversalReasonCode: reasonCode,
      reversedOn,
      reversedBy,
      replacedBy,
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
    AffiliationTransferReceived: ofVolunteer,
    AffiliationMoved: ofVolunteer,
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
    AffiliationTransferReceived: (row, { toOrganizationId: organizationId }): VolunteerYearPerson => ({
      ...row,
      organizationId,
    }),
    AffiliationMoved: (row, { toOrganizationId: organizationId }): VolunteerYearPerson => ({ ...row, organizationId }),
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
  version: 5,
  opens: ['identity', 'free'],
  tables: [years, entries, persons, names, mergedRecords(VolunteerYearMerged)],
};
