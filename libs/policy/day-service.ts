import type { PolicyRules } from './policy-pack.js';

export type DayServiceTier = 'ordinary' | 'second_approval' | 'higher_approval' | 'impossible';

type DayServiceRules = Pick<
  PolicyRules,
  'dayServiceMinutesSecondApprovalAbove' | 'dayServiceMinutesHigherApprovalAbove' | 'dayServiceMinutesMax'
>;

/** What one person's service minutes of one day ask for before they are credited. */
export function dayServiceTier(serviceMinutes: number, rules: DayServiceRules): DayServiceTier {
  if (serviceMinutes > rules.dayServiceMinutesMax.value) return 'impossible';
  if (serviceMinutes > rules.dayServiceMinutesHigherApprovalAbove.value) return 'higher_approval';
  return serviceMinutes > rules.dayServiceMinutesSecondApprovalAbove.value ? 'second_approval' : 'ordinary';
}
