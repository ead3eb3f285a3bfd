import type { VolunteerId } from '#libs/kernel/ids';
import { pageOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import type { VolunteerNotice } from './volunteer-notice.entity.js';

const columns = `volunteer_id as "volunteerId", position, told_at as "toldAt",
  type, organization_id as "organizationId", entry_id as "entryId", dispute_id as "disputeId", served_on as "servedOn",
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
