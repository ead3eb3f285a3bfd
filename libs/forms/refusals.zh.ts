import type { Refusal } from '#libs/kernel/decider';
import { activityRefusals } from './refusals/activity.zh.js';
import { annualPlanRefusals } from './refusals/annual-plan.zh.js';
import { breachRefusals } from './refusals/breach.zh.js';
import { certificateRefusals } from './refusals/certificate.zh.js';
import { closingRefusals } from './refusals/closing.zh.js';
import { yearCloseRefusals } from './refusals/year-close.zh.js';
import { correctionNoticeRefusals } from './refusals/correction-notice.zh.js';
import { counterRefusals } from './refusals/counter.zh.js';
import { dutiesRefusals } from './refusals/duties.zh.js';
import { erasureRefusals } from './refusals/erasure.zh.js';
import { hoursRefusals } from './refusals/hours.zh.js';
import { keysRefusals } from './refusals/keys.zh.js';
import { organizationRefusals } from './refusals/organization.zh.js';
import { quotaRefusals } from './refusals/quota.zh.js';
import { reviewRefusals } from './refusals/review.zh.js';
import { starRefusals } from './refusals/star.zh.js';
import { teamRefusals } from './refusals/team.zh.js';
import { unitReviewRefusals } from './refusals/unit-review.zh.js';
import { volunteerRefusals } from './refusals/volunteer.zh.js';

/** Every refusal of the product. Each slice's record must name all refusals of its decider, or it does not compile. */
export const refusalSentences: Readonly<Record<string, string>> = {
  ...organizationRefusals,
  ...volunteerRefusals,
  ...teamRefusals,
  ...activityRefusals,
  ...annualPlanRefusals,
  ...hoursRefusals,
  ...reviewRefusals,
  ...quotaRefusals,
  ...dutiesRefusals,
  ...unitReviewRefusals,
  ...starRefusals,
  ...certificateRefusals,
  ...closingRefusals,
  ...yearCloseRefusals,
  ...correctionNoticeRefusals,
  ...breachRefusals,
  ...erasureRefusals,
  ...counterRefusals,
  ...keysRefusals,
};

/** The Chinese sentence of a refusal, its `{placeholders}` filled from the details. */
export function refusalText({ refused, details = {} }: Refusal): string {
  const sentence = refusalSentences[refused] ?? '规则不允许这样办理。';
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(details[name] ?? '—'));
}
