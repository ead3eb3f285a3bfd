import type { ActivityEvent } from '#libs/activity/activity.events';
import type { ClosingEvent } from '#libs/closing/closing.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { AccountId, HoursEntryId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { mergedRecords } from '#libs/projection-engine/merged-records';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import { disputes, persons } from './year-book.beside.js';
import { findings, notices, papers } from './papers.projection.js';
import {
  BookAdjustment,
  BookAttendance,
  BookEntry,
  BookMerged,
  BookStream,
  BookSum,
  YearBook,
  type BookEntryState,
} from './year-book.entity.js';

type DataOf<T extends HoursEvent['type']> = Extract<HoursEvent, { type: T }>['data'];
type Written =
  | DataOf<'ServiceHoursCredited'>
  | DataOf<'ServiceHoursConflicted'>
  | DataOf<'ServiceHoursHeld'>
  | Extract<YearCloseEvent, { type: 'PriorYearServicePosted' }>['data'];

type EntryKey = Pick<BookEntry, 'entryId'>;
const ofEntry = ({ entryId }: { readonly entryId: HoursEntryId }): EntryKey => ({ entryId });

const written =
  (state: BookEntryState) =>
  (row: BookEntry, data: Written, { position }: Meta): BookEntry => ({
    ...row,
    volunteerId: data.volunteerId,
    year: yearOf(data.servedOn),
    kind: data.kind,
    activityId: data.activityId ?? null,
    sessionId: data.sessionId ?? null,
    teamId: data.teamId ?? null,
    organizationId: data.organizationId,
    servedOn: data.servedOn,
    startsAt: data.startsAt,
    endsAt: data.endsAt,
    serviceMinutes: data.serviceMinutes,
    state,
    recordedBy: data.recordedBy,
    attestedBy: data.attestedBy,
    creditedPosition: state === 'credited' ? position : null,
    reversedPosition: null,
  });

/** A claim that nobody attested never was an entry: a row made just now has its columns, with nothing in them. */
const declined = (row: BookEntry): BookEntry | null =>
  (row as Partial<BookEntry>).state === undefined ? null : { ...row, state: 'declined' };

const entries = table<BookEntry, HoursEvent | YearCloseEvent>()({
  entity: BookEntry,
  keyOf: {
    ServiceHoursCredited: ofEntry,
    ServiceHoursConflicted: ofEntry,
    ServiceHoursHeld: ofEntry,
    ServiceHoursDeclined: ofEntry,
    ServiceHoursConflictResolved: ofEntry,
    ServiceHoursReversed: ofEntry,
    PriorYearServicePosted: ofEntry,
  },
  empty: (key): BookEntry => key as BookEntry,
  on: {
    ServiceHoursCredited: written('credited'),
    ServiceHoursConflicted: written('conflicted'),
    ServiceHoursHeld: written('held'),
    PriorYearServicePosted: written('found'),
    ServiceHoursDeclined: declined,
    ServiceHoursConflictResolved: (row, { entryId, standsEntryId }): BookEntry | null =>
      entryId === standsEntryId ? row : declined(row),
    ServiceHoursReversed: (row, _data, { position }): BookEntry => ({
      ...row,
      state: 'reversed',
      reversedPosition: position,
    }),
  },
});

type AttendanceKey = Pick<BookAttendance, 'sessionId' | 'volunteerId'>;
type Attested = Extract<ActivityEvent, { type: 'AttendanceAttested' }>['data'];

const enteredFor = ({ sessionId, volunteerId }: Written): readonly AttendanceKey[] =>
  sessionId === undefined ? [] : [{ sessionId, volunteerId }];

/** Where nobody attested, as after a year's end, the entry says of the attendance what there is to say. */
const entered = (row: BookAttendance, data: Written): BookAttendance => ({
  ...(row.entryId === undefined ? { ...row, ...attested(data) } : row),
  entered: true,
});

const attested = (data: Written | Attested): Omit<BookAttendance, keyof AttendanceKey | 'entered'> => ({
  entryId: data.entryId,
  year: yearOf(data.servedOn),
  organizationId: data.organizationId,
  servedOn: data.servedOn,
  serviceMinutes: data.serviceMinutes,
  attestedBy: data.attestedBy,
});

const attendances = table<BookAttendance, ActivityEvent | HoursEvent | YearCloseEvent>()({
  entity: BookAttendance,
  keyOf: {
    AttendanceAttested: ({ sessionId, volunteerId }): AttendanceKey => ({ sessionId, volunteerId }),
    ServiceHoursCredited: enteredFor,
    ServiceHoursConflicted: enteredFor,
    ServiceHoursHeld: enteredFor,
    PriorYearServicePosted: enteredFor,
  },
  empty: (key): BookAttendance => ({ ...key, entered: false }) as BookAttendance,
  on: {
    ServiceHoursCredited: entered,
    ServiceHoursConflicted: entered,
    ServiceHoursHeld: entered,
    PriorYearServicePosted: entered,
    AttendanceAttested: (row, data): BookAttendance => ({ ...row, ...attested(data) }),
  },
});

type SumKey = Pick<BookSum, 'side' | 'subjectId' | 'volunteerId' | 'year'>;
type Counted = DataOf<'ServiceHoursCredited'> | DataOf<'ServiceHoursReversed'>;

const sides = ({ volunteerId, servedOn, activityId, teamId }: Counted): readonly SumKey[] => {
  const year = yearOf(servedOn);
  return [
    { side: 'person', subjectId: volunteerId, volunteerId, year },
    { side: 'activity', subjectId: activityId ?? volunteerId, volunteerId, year },
    { side: 'team', subjectId: teamId ?? volunteerId, volunteerId, year },
  ];
};

const sums = table<BookSum, HoursEvent>()({
  entity: BookSum,
  keyOf: { ServiceHoursCredited: sides, ServiceHoursReversed: sides },
  empty: (key): BookSum => ({ ...key, serviceMinutes: 0, entries: 0, firstOn: null }),
  on: {
    ServiceHoursCredited: (row, { serviceMinutes, servedOn }): BookSum => ({
      ...row,
      serviceMinutes: row.serviceMinutes + serviceMinutes,
      entries: row.entries + 1,
      firstOn: row.firstOn !== null && row.firstOn < servedOn ? row.firstOn : servedOn,
    }),
    ServiceHoursReversed: (row, { serviceMinutes }): BookSum => ({
      ...row,
      serviceMinutes: row.serviceMinutes - serviceMinutes,
      entries: row.entries - 1,
    }),
  },
});

const adjustments = table<BookAdjustment, YearCloseEvent>()({
  entity: BookAdjustment,
  keyOf: { PriorYearAdjusted: ({ adjustmentId }): Pick<BookAdjustment, 'adjustmentId'> => ({ adjustmentId }) },
  empty: (key): BookAdjustment => key as BookAdjustment,
  on: {
    PriorYearAdjusted: (row, data, { entry }): BookAdjustment => {
      const { volunteerId, year, adjustsYear, entryId, organizationId, servedOn } = data;
      const { minutesBefore, minutesAfter, reasonCode, adjustedOn } = data;
      return {
        ...row,
        ...{ volunteerId, year, adjustsYear, entryId, organizationId, servedOn },
        ...{ minutesBefore, minutesAfter, reasonCode, adjustedOn, adjustedBy: entry.by as AccountId },
      };
    },
  },
});

type StreamKey = Pick<BookStream, 'volunteerId' | 'year'>;

const streams = table<BookStream, YearCloseEvent>()({
  entity: BookStream,
  keyOf: { HoursYearClosed: ({ volunteerId, year }): StreamKey => ({ volunteerId, year }) },
  empty: (key): BookStream => key as BookStream,
  on: {
    HoursYearClosed: (row, { organizationId, serviceMinutes, closedOn }): BookStream => ({
      ...row,
      organizationId,
      serviceMinutes,
      closedOn,
    }),
  },
});

type BookKey = Pick<YearBook, 'organizationId' | 'year'>;
const ofBook = ({ organizationId, year }: BookKey): BookKey => ({ organizationId, year });
type Closed = Omit<Extract<ClosingEvent, { type: 'YearProvisionallyClosed' }>['data'], 'batch'>;

const closedAs =
  (state: YearBook['state']) =>
  (row: YearBook, data: Omit<Closed, 'breaks'> & { readonly breaks?: number }, { entry }: Meta): YearBook => ({
    ...row,
    state,
    closedOn: data.closedOn,
    closedBy: entry.by as AccountId,
    pack: data.pack,
    packVersion: data.packVersion,
    position: data.position,
    volunteers: data.volunteers,
    entries: data.entries,
    activities: data.activities,
    serviceMinutes: data.serviceMinutes,
    bookHash: data.bookHash,
    breaks: data.breaks ?? 0,
  });

const books = table<YearBook, ClosingEvent>()({
  entity: YearBook,
  keyOf: { YearProvisionallyClosed: ofBook, YearClosed: ofBook },
  empty: (key): YearBook => key as YearBook,
  on: { YearProvisionallyClosed: closedAs('PROVISIONAL'), YearClosed: closedAs('CLOSED') },
});

/** Answers: does a year balance, who closed it with which figures, what is known today that was not known then, and which papers rest on that? */
export const yearBook: Projection = {
  name: 'year-book',
  version: 4,
  opens: ['identity'],
  tables: [
    ...[entries, attendances, sums, disputes, persons, adjustments, streams, books, mergedRecords(BookMerged)],
    ...[findings, papers, notices],
  ],
};
