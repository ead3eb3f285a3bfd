import { activityLetters } from '#libs/activity/activity.letters';
import { breachLetters } from '#libs/breach/breach.letters';
import { certificateLetters } from '#libs/certificate/certificate.letters';
import { hoursLetters } from '#libs/hours/hours.letters';
import type { AnyEvent } from '#libs/kernel/event';
import type { Addressee } from '#libs/kernel/letter';

/** Which event is a reason to write to whom: of every slice, by event type. Each was typed where it was written. */
export const letterRules = { ...activityLetters, ...hoursLetters, ...certificateLetters, ...breachLetters } as unknown as Readonly<
  Record<string, (event: AnyEvent) => Addressee | undefined>
>;
