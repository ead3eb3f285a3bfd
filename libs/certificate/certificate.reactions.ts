import type { HoursEvent } from '#libs/hours/hours.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import type { FollowHoursChange, FollowRecordsParted } from './certificate.commands.js';

type Changed =
  Extract<HoursEvent, { type: 'ServiceHoursReversed' }> | Extract<YearCloseEvent, { type: 'PriorYearAdjusted' }>;

/** Every certificate that used the entry is superseded, or revoked where the entry was a false claim. */
export const whenHoursChangeThenCertificatesFollow: Reaction<
  Changed,
  Message<'FollowHoursChange', FollowHoursChange>
> = {
  name: 'whenHoursChangeThenCertificatesFollow',
  on: {
    ServiceHoursReversed: ({ data: { volunteerId, entryId, servedOn, reasonCode } }) => [
      {
        type: 'FollowHoursChange',
        data: { volunteerId, entryId, servedOn, change: 'REVERSED', falseClaim: reasonCode === 'FALSE_CLAIM' },
      },
    ],
    PriorYearAdjusted: ({ data: { volunteerId, entryId, servedOn, reasonCode } }) => [
      {
        type: 'FollowHoursChange',
        data: {
          volunteerId,
          entryId,
          servedOn,
          change: 'PRIOR_YEAR_ADJUSTED',
          falseClaim: reasonCode === 'FALSE_CLAIM',
        },
      },
    ],
  },
};

/** F-08: a certificate must not say of one person what another one did. */
export const whenRecordsArePartedThenCertificatesFollow: Reaction<
  Extract<VolunteerEvent, { type: 'DuplicateUnlinked' }>,
  Message<'FollowRecordsParted', FollowRecordsParted>
> = {
  name: 'whenRecordsArePartedThenCertificatesFollow',
  on: {
    DuplicateUnlinked: ({ data: { volunteerId, duplicateId } }) => [
      { type: 'FollowRecordsParted', data: { volunteerId, duplicateId } },
    ],
  },
};
