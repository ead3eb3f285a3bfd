import { timingSafeEqual } from 'node:crypto';
import type { SessionId } from '#libs/kernel/ids';
import type { MasterKey } from '#libs/privacy/master-key';

export interface CheckInCode {
  readonly code: string;
  /** Milliseconds since 1970: from then on another one is shown. */
  readonly changesAt: number;
}

const windowMilliseconds = 30_000;
/** Whoever scanned the last code has the length of this one to send it. */
const windowsBackMax = 1;
const sealBytes = 16;

/**
 * The code that changes on the leader's screen: the number of a span of time and a seal over it and the session, under a
 * key that never leaves the house. It names nobody and holds for a minute at most, so a photo of it is soon worth nothing.
 */
export class CheckInCodes {
  constructor(
    private readonly master: Pick<MasterKey, 'blind'>,
    private readonly now: () => number,
  ) {}

  shownFor(sessionId: SessionId): CheckInCode {
    const window = this.window();
    return { code: this.codeOf(sessionId, window), changesAt: (window + 1) * windowMilliseconds };
  }

  holds(code: string, sessionId: SessionId): boolean {
    const window = Number(code.split('.')[0]);
    const age = this.window() - window;
    return age >= 0 && age <= windowsBackMax && isSame(code, this.codeOf(sessionId, window));
  }

  private window(): number {
    return Math.floor(this.now() / windowMilliseconds);
  }

  private codeOf(sessionId: SessionId, window: number): string {
    const seal = this.master.blind('check_in_code', `${sessionId}|${window}`).subarray(0, sealBytes);
    return `${window}.${seal.toString('base64url')}`;
  }
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
