/** Rules that stand between a person and their own case, by name: who tries is noted, though nothing is recorded (F-22). */
export const selfDealingRules: ReadonlySet<string> = new Set([
  'applicant_and_decider_must_differ',
  'dispute_is_answered_by_another_person',
  'head_and_handler_must_differ',
  'nobody_attests_their_own_hours',
  'nobody_certifies_their_own_hours',
  'nobody_confirms_their_own_review',
  'nobody_decides_about_themselves',
  'nobody_decides_on_their_own_application',
  'nobody_decides_on_their_own_hours',
  'nobody_decides_on_their_own_star',
  'nobody_exempts_themselves',
  'nobody_reminds_themselves',
  'privacy_request_is_approved_by_another_person',
  'recorder_and_attester_must_differ',
]);
