import type { BreachEvent } from '#libs/breach/breach.events';
import type { AccountId } from '#libs/kernel/ids';
import { table, type Projection } from '#libs/projection-engine/projection';
import { BreachPerson, BreachRow } from './breach-register.entity.js';

type BreachKey = Pick<BreachRow, 'breachId'>;
const ofBreach = ({ breachId }: BreachKey): BreachKey => ({ breachId });

const breaches = table<BreachRow, BreachEvent>()({
  entity: BreachRow,
  keyOf: {
    BreachRecorded: ofBreach,
    BreachRemedied: ofBreach,
    BreachReported: ofBreach,
    BreachPersonNotified: ofBreach,
  },
  // The other columns come with the record, which precedes everything.
  empty: (key): BreachRow => key as BreachRow,
  on: {
    BreachRecorded: (row, data, { entry }): BreachRow => ({
      ...row,
      ...{ organizationId: data.organizationId, breachKind: data.breachKind, cause: data.cause, groups: data.groups },
      ...{ exportId: data.exportId ?? null, people: data.people, notified: 0 },
      ...{ foundOn: data.foundOn, recordedOn: data.recordedOn, recordedBy: entry.by as AccountId },
      ...{ circumstances: data.circumstances ?? null, remedies: [], reports: [] },
    }),
    BreachRemedied: (row, { remedy, doneOn }): BreachRow => ({
      ...row,
      remedies: [...row.remedies, { remedy, doneOn }],
    }),
    BreachReported: (row, { authority, reportedOn }): BreachRow => ({
      ...row,
      reports: [...row.reports, { authority, reportedOn }],
    }),
    BreachPersonNotified: (row): BreachRow => ({ ...row, notified: row.notified + 1 }),
  },
});

type PersonKey = Pick<BreachPerson, 'breachId' | 'volunteerId'>;

const people = table<BreachPerson, BreachEvent>()({
  entity: BreachPerson,
  keyOf: { BreachPersonNotified: ({ breachId, volunteerId }): PersonKey => ({ breachId, volunteerId }) },
  empty: (key): BreachPerson => key as BreachPerson,
  on: { BreachPersonNotified: (row, { notifiedOn }): BreachPerson => ({ ...row, notifiedOn }) },
  isWrittenOnce: true,
});

/** Answers: which personal data leaked, what was done about it, and who was told (PIPL 57)? */
export const breachRegister: Projection = {
  name: 'breach-register',
  version: 1,
  opens: ['free'],
  tables: [breaches, people],
};
