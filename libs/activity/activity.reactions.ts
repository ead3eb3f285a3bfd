import type { HoursEvent } from '#libs/hours/hours.events';
import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import type { LocalDate } from '#libs/kernel/time';
import { entryIdAfterMidnight, splitByDay } from '#libs/reference/day-spans';
import type { ActivityEvent } from './activity.events.js';

type Attested = Extract<ActivityEvent, { type: 'AttendanceAttested' }>;

/** The hours ledger writes down what it is asked to credit, and works out the due day from the end of the span. */
type CreditServiceHours = Message<
  'CreditServiceHours',
  Omit<Extract<HoursEvent, { type: 'ServiceHoursCredited' }>['data'], 'batch' | 'dueOn' | 'dueProvisional' | 'late'> & {
    readonly endedOn: LocalDate;
  }
>;

/** One credit for each local day of an attested attendance, on the hours stream of the volunteer and the year of that day. */
export const whenAttendanceIsAttestedThenHoursAreCredited: Reaction<Attested, CreditServiceHours> = {
  name: 'whenAttendanceIsAttestedThenHoursAreCredited',
  on: {
    AttendanceAttested: ({ data: { batch: _batch, endsOn, ...attendance } }) =>
      splitByDay({ ...attendance, endsOn }).map((part) => ({
        type: 'CreditServiceHours',
        data: {
          ...{ ...attendance, ...part },
          kind: 'SESSION',
          entryId:
            part.servedOn === attendance.servedOn ? attendance.entryId : entryIdAfterMidnight(attendance.entryId),
          endedOn: endsOn ?? attendance.servedOn,
        },
      })),
  },
};
