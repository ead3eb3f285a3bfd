import { activityEvents } from '#libs/activity/activity.events';
import { annualPlanEvents } from '#libs/annual-plan/annual-plan.events';
import { breachEvents } from '#libs/breach/breach.events';
import { closingEvents } from '#libs/closing/closing.events';
import { yearCloseEvents } from '#libs/hours/year-close.events';
import { certificateEvents } from '#libs/certificate/certificate.events';
import { correctionNoticeEvents } from '#libs/correction-notice/correction-notice.events';
import { erasureEvents } from '#libs/erasure/erasure.events';
import { hoursEvents } from '#libs/hours/hours.events';
import { organizationEvents } from '#libs/organization/organization.events';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { dutiesEvents } from '#libs/review/duties.events';
import { quotaEvents } from '#libs/review/quota.events';
import { reviewEvents } from '#libs/review/review.events';
import { unitReviewEvents } from '#libs/review/unit-review.events';
import { starEvents } from '#libs/star/star.events';
import { attestingEvents } from '#libs/sealing/attesting.events';
import { sealingEvents } from '#libs/sealing/sealing.events';
import { teamEvents } from '#libs/team/team.events';
import { volunteerEvents } from '#libs/volunteer/volunteer.events';

/** Every event type of the product. A new slice adds its definitions here; names are unique over all slices (tested). */
export const eventCatalogue = {
  ...privacyEvents,
  ...erasureEvents,
  ...sealingEvents,
  ...attestingEvents,
  ...organizationEvents,
  ...volunteerEvents,
  ...teamEvents,
  ...activityEvents,
  ...annualPlanEvents,
  ...hoursEvents,
  ...yearCloseEvents,
  ...closingEvents,
  ...reviewEvents,
  ...quotaEvents,
  ...dutiesEvents,
  ...unitReviewEvents,
  ...starEvents,
  ...certificateEvents,
  ...correctionNoticeEvents,
  ...breachEvents,
};
