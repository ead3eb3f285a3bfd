import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import type { QuotaCommand } from './quota.commands.js';
import type { ClearQuotaEvent, QuotaEvent } from './quota.events.js';
import { evolveQuota, exemptionOn, exemptionWithin, type Quota } from './quota.state.js';

/** From the person's own stream: where and whether they are enrolled now. */
export interface QuotaFacts {
  readonly organizationId?: OrganizationId;
  readonly isEnrolled: boolean;
}

export type QuotaRefusal =
  | 'quota_concerns_the_enrolled_only'
  | 'nobody_exempts_themselves'
  | 'nobody_reminds_themselves'
  | 'exemption_is_written_once'
  | 'exemptions_must_not_overlap'
  | 'exemption_must_be_there'
  | 'exemption_is_ended_once'
  | 'exempted_are_not_reminded'
  | 'talk_is_written_once'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

type Decision = readonly QuotaEvent[] | Refusal<QuotaRefusal>;
type Asked<T extends QuotaCommand['type']> = DataOfCommand<QuotaCommand, T>;

/** Relief from the yearly hours, granted by a person for a time, and talks with who did not take part. */
export const quotaDecider: Decider<Quota, QuotaCommand, QuotaEvent, ClearQuotaEvent, QuotaRefusal, QuotaFacts> = {
  initial: { exemptions: new Map(), talks: new Map() },
  evolve: evolveQuota,
  decide: ({ type, data }, quota, act, facts) => {
    switch (type) {
      case 'ExemptFromQuota':
        return exempt(data, quota, act, facts);
      case 'EndQuotaExemption':
        return endExemption(data, quota, act);
      case 'RecordReminderTalk':
        return recordTalk(data, quota, act, facts);
    }
  },
};

const samePeriod = (a: Asked<'ExemptFromQuota'>, b: { effectiveOn: string; untilOn?: string }): boolean =>
  a.effectiveOn === b.effectiveOn && a.untilOn === b.untilOn;

function exempt(asked: Asked<'ExemptFromQuota'>, quota: Quota, act: Act, facts: QuotaFacts): Decision {
  const { volunteerId, effectiveOn, untilOn } = asked;
  if (volunteerId === act.byVolunteer) return refuse('nobody_exempts_themselves');
  const written = quota.exemptions.get(asked.exemptionId);
  if (written) return samePeriod(asked, written) ? [] : refuse('exemption_is_written_once');
  if (!facts.isEnrolled || !facts.organizationId) return refuse('quota_concerns_the_enrolled_only');
  const backwards = untilOn && endingBefore(untilOn, effectiveOn);
  if (backwards) return backwards;
  if (exemptionWithin(quota, asked)) return refuse('exemptions_must_not_overlap');
  const data = { ...asked, organizationId: facts.organizationId, exemptedOn: act.today };
  return [{ type: 'QuotaExempted', data }];
}

function endExemption(asked: Asked<'EndQuotaExemption'>, quota: Quota, act: Act): Decision {
  const { volunteerId, exemptionId, endedOn } = asked;
  if (volunteerId === act.byVolunteer) return refuse('nobody_exempts_themselves');
  const exemption = quota.exemptions.get(exemptionId);
  if (!exemption) return refuse('exemption_must_be_there');
  if (exemption.endedOn) return exemption.endedOn === endedOn ? [] : refuse('exemption_is_ended_once');
  const backwards = endingBefore(endedOn, exemption.effectiveOn);
  if (backwards) return backwards;
  const { organizationId } = exemption;
  return [{ type: 'QuotaExemptionEnded', data: { volunteerId, organizationId, exemptionId, endedOn } }];
}

function recordTalk(asked: Asked<'RecordReminderTalk'>, quota: Quota, act: Act, facts: QuotaFacts): Decision {
  const { volunteerId, heldOn } = asked;
  if (volunteerId === act.byVolunteer) return refuse('nobody_reminds_themselves');
  const written = quota.talks.get(asked.talkId);
  if (written) return written.heldOn === heldOn ? [] : refuse('talk_is_written_once');
  // F-18, F-20: of who left or died nothing is asked any more.
  if (!facts.isEnrolled || !facts.organizationId) return refuse('quota_concerns_the_enrolled_only');
  const ahead = lyingAhead(heldOn, act);
  if (ahead) return ahead;
  if (exemptionOn(quota, heldOn)) return refuse('exempted_are_not_reminded');
  const data = { ...asked, organizationId: facts.organizationId, recordedOn: act.today };
  return [{ type: 'ReminderTalkHeld', data }];
}
