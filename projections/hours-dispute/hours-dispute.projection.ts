import type { HoursEvent } from '#libs/hours/hours.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { HoursDispute, HoursDisputePerson } from './hours-dispute.entity.js';

type DisputeKey = Pick<HoursDispute, 'disputeId'>;
const ofDispute = ({ disputeId }: DisputeKey): DisputeKey => ({ disputeId });
const unanswered = { outcome: null, answer: null, answeredBy: null, answeredOn: null } as const;

const disputes = table<HoursDispute, HoursEvent>()({
  entity: HoursDispute,
  keyOf: {
    ServiceHoursDisputed: ofDispute,
    ServiceHoursDisputeEscalated: ofDispute,
    ServiceHoursDisputeAnswered: ofDispute,
  },
  // Every other column is written by the first event of a dispute, which is never an escalation or an answer.
  empty: (key): HoursDispute => ({ ...key, ...unanswered, level: 0, escalatedFor: null }) as HoursDispute,
  on: {
    ServiceHoursDisputed: (row, { batch: _batch, entryId = null, ...data }): HoursDispute => ({
      ...row,
      ...data,
      entryId,
    }),
    ServiceHoursDisputeEscalated: (row, { organizationId, answerDueOn, dueProvisional, reasonCode }): HoursDispute => ({
      ...{ ...row, ...unanswered, organizationId, answerDueOn, dueProvisional },
      level: row.level + 1,
      escalatedFor: reasonCode,
    }),
    ServiceHoursDisputeAnswered: (row, { outcome, answer, answeredBy, answeredOn }): HoursDispute => ({
      ...row,
      outcome,
      answer,
      answeredBy,
      answeredOn,
    }),
  },
});

type PersonKey = Pick<HoursDisputePerson, 'volunteerId'>;
const ofVolunteer = ({ volunteerId }: PersonKey): PersonKey => ({ volunteerId });

const persons = table<HoursDisputePerson, VolunteerEvent>()({
  entity: HoursDisputePerson,
  keyOf: {
    ApplicationSubmitted: ofVolunteer,
    ParticularsChanged: ({ volunteerId, name }): readonly PersonKey[] => (name === undefined ? [] : [{ volunteerId }]),
  },
  empty: (key): HoursDisputePerson => ({ ...key, name: '' }),
  on: {
    ApplicationSubmitted: (row, { name }): HoursDisputePerson => ({ ...row, name }),
    ParticularsChanged: (row, { name }): HoursDisputePerson => ({ ...row, name: name ?? row.name }),
  },
});

/** Answers: which questions about hours wait for whom, until when, and what became of the others? */
export const hoursDispute: Projection = {
  name: 'hours-dispute',
  version: 1,
  opens: ['identity', 'free'],
  tables: [disputes, persons],
};
