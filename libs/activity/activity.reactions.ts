import type { HoursEvent } from '#libs/hours/hours.events';
import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import type { ActivityEvent } from './activity.events.js';

type Attested = Extract<ActivityEvent, { type: 'AttendanceAttested' }>;

/** The hours ledger writes down what it is asked to credit, field for field. */
type CreditServiceHours = Message<
  'CreditServiceHours',
  Omit<Extract<HoursEvent, { type: 'ServiceHoursCredited' }>['data'], 'batch'>
>;

/** One credit for each attested attendance, on the hours stream of the volunteer and the year of `servedOn`. */
export const whenAttendanceIsAttestedThenHoursAreCredited: Reaction<Attested, CreditServiceHours> = {
  name: 'whenAttendanceIsAttestedThenHoursAreCredited',
  on: {
    AttendanceAttested: ({ data }) => {
      const {
        batch: _batch,
        endsOn: _,
        recordedOn: _recorded,
        attestedOn: _attested,
        lateReasonCode: _late,
        ...attendance
      } = data;
      return [{ type: 'CreditServiceHours', data: attendance }];
    },
  },
};
