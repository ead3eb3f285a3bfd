import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import { entryIdAfterMidnight, splitByDay } from '#libs/reference/day-spans';
import type { CreditServiceHours } from './entry.commands.js';
import type { HoursEvent } from './hours.events.js';

type Attested = Extract<HoursEvent, { type: 'ServiceHoursAttested' }>;
type Moved = Extract<HoursEvent, { type: 'ServiceHoursMoved' }>;
type Credit = Message<'CreditServiceHours', CreditServiceHours>;

/** One credit for each local day of the span, on the hours stream of its own year. */
export const whenServiceHoursAreAttestedThenTheyAreCredited: Reaction<Attested, Credit> = {
  name: 'whenServiceHoursAreAttestedThenTheyAreCredited',
  on: {
    ServiceHoursAttested: ({ data: { batch: _batch, endsOn, evidenceHash: _evidence, ...service } }) =>
      splitByDay({ ...service, endsOn }).map((part) => ({
        type: 'CreditServiceHours',
        data: {
          ...{ ...service, ...part },
          entryId: part.servedOn === service.servedOn ? service.entryId : entryIdAfterMidnight(service.entryId),
          endedOn: endsOn ?? service.servedOn,
        },
      })),
  },
};

/** F-10: the other half of the pair. Who moved it has attested it anew. */
export const whenServiceHoursAreMovedThenTheRightPersonIsCredited: Reaction<Moved, Credit> = {
  name: 'whenServiceHoursAreMovedThenTheRightPersonIsCredited',
  on: {
    ServiceHoursMoved: ({ data }) => {
      const { batch: _batch, toVolunteerId, toEntryId, movedBy, movedOn, ...entry } = data;
      const { dueOn: _due, dueProvisional: _provisional, late: _late, ...service } = entry;
      return [
        {
          type: 'CreditServiceHours',
          data: {
            ...service,
            ...{ volunteerId: toVolunteerId, entryId: toEntryId, replaces: entry.entryId },
            ...{ attestedBy: movedBy, attestedOn: movedOn, endedOn: entry.servedOn },
          },
        },
      ];
    },
  },
};
