import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { pageOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import { noticeTypes, type NoticeType, type VolunteerNotice } from './volunteer-notice.entity.js';

export { noticeTypes };

const columns = `volunteer_id as "volunteerId", position, told_at as "toldAt",
  type, organization_id as "organizationId", activity_id as "activityId", entry_id as "entryId", dispute_id as "disputeId", served_on as "servedOn",
  service_minutes as "serviceMinutes", code, words`;

/** Newest first. The door asks whether the reader may see the volunteer. */
export const noticesOf = (
  source: Reader,
  asked: Paging & { readonly volunteerId: VolunteerId },
): Promise<Page<VolunteerNotice>> =>
  pageOf(
    source,
    { text: `select ${columns} from read.volunteer_notice where volunteer_id = $1`, values: [asked.volunteerId] },
    "lpad(position, 20, '0') desc",
    asked,
  );

/** What the people of the units, and whoever served under them, were told: the units are concerned as well (F-25). Newest first. */
export const noticesOfUnits = (
  source: Reader,
  asked: Paging & {
    readonly scope: readonly OrganizationId[];
    readonly type?: NoticeType | undefined;
  },
): Promise<Page<VolunteerNotice>> =>
  pageOf(
    source,
    {
      text: `select ${columns} from read.volunteer_notice n where ($2::text is null or n.type = $2)
        and (n.organization_id = any($1) or exists (select from read.volunteer_notice_home h
          where h.volunteer_id = n.volunteer_id and h.organization_id = any($1)))`,
      values: [asked.scope, asked.type ?? null],
    },
    "lpad(position, 20, '0') desc",
    asked,
  );
