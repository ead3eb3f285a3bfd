import type { VolunteerId } from '#libs/kernel/ids';
import type { EvidenceType } from './activity.events.js';

/** What the door gathered before it asked; each command uses its own. */
export interface ActivityFacts {
  /** For SignUp: every record of the person, so that two records of one person take one place (F-08). */
  readonly recordsOfPerson?: readonly VolunteerId[];
  /** For CheckIn and CheckOut with a code: it was shown for this session a moment ago. */
  readonly codeHolds?: boolean;
  /** For CheckIn and CheckOut: from the policy pack in force. */
  readonly deviceClockDriftMinutesMax?: number;
  /** For AddEvidence: undefined if no such file lies in the house. */
  readonly file?: { readonly bytes: number; readonly contentType: EvidenceType };
  /** For TiePlanLine: the line stands in the annual plan of that team and year. */
  readonly planLineStands?: boolean;
}
