import type { ExemptionId, TalkId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { ClearQuotaEvent } from './quota.events.js';

type Clear<T extends ClearQuotaEvent['type']> = Extract<ClearQuotaEvent, { type: T }>['data'];

export type Exemption = Clear<'QuotaExempted'> & {
  /** The first day without it, once it was ended. */
  readonly endedOn?: LocalDate;
};

export interface Quota {
  readonly exemptions: ReadonlyMap<ExemptionId, Exemption>;
  readonly talks: ReadonlyMap<TalkId, Clear<'ReminderTalkHeld'>>;
}

/** What `evolve` folds: one person's relief and reminders. An event it does not know leaves the state as it is. */
export function evolveQuota(quota: Quota, event: ClearQuotaEvent): Quota {
  switch (event.type) {
    case 'QuotaExempted':
      return { ...quota, exemptions: new Map(quota.exemptions).set(event.data.exemptionId, event.data) };
    case 'QuotaExemptionEnded': {
      const { exemptionId, endedOn } = event.data;
      const exemption = quota.exemptions.get(exemptionId);
      if (!exemption) return quota;
      return { ...quota, exemptions: new Map(quota.exemptions).set(exemptionId, { ...exemption, endedOn }) };
    }
    case 'ReminderTalkHeld':
      return { ...quota, talks: new Map(quota.talks).set(event.data.talkId, event.data) };
    default:
      return quota;
  }
}

/** Both ends of a period included; without an end it lasts. */
export interface Period {
  readonly effectiveOn: LocalDate;
  readonly untilOn?: LocalDate | undefined;
}

const holdsOn = ({ effectiveOn, untilOn, endedOn }: Exemption, day: LocalDate): boolean =>
  effectiveOn <= day && (untilOn === undefined || day <= untilOn) && (endedOn === undefined || day < endedOn);

/** The exemption that holds on the day, if there is one. */
export const exemptionOn = (quota: Quota, day: LocalDate): Exemption | undefined =>
  [...quota.exemptions.values()].find((exemption) => holdsOn(exemption, day));

/** An exemption that holds on a day of the period; one that was ended before its first day holds on none. */
export const exemptionWithin = (quota: Quota, { effectiveOn, untilOn }: Period): Exemption | undefined =>
  [...quota.exemptions.values()].find((one) => {
    const first = one.effectiveOn < effectiveOn ? effectiveOn : one.effectiveOn;
    return holdsOn(one, first) && (untilOn === undefined || first <= untilOn);
  });
