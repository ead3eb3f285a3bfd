import type pg from 'pg';
import { ClockAstray } from '#libs/event-store/ledger';
import { StartRefused } from '#libs/postgres/fault';

/** The database's clock and this machine's may differ by this much. */
export const clockSecondsApartMax = 5;

const apartMillisecondsMax = clockSecondsApartMax * 1000;
const askMilliseconds = 10_000;
/** Both clocks set to the same new time, as after a suspended machine woke: believed when it has lasted. */
const believeMilliseconds = 60_000;

export interface ClockParts {
  readonly pool: pg.Pool;
  /** Milliseconds since 1970 as this machine has them; its own clock unless told. */
  readonly machine?: () => number;
}

/**
 * The time an entry is accepted at: the database's at the start, carried on by a clock that nobody can set. Where this
 * machine's clock or the database's stands elsewhere meanwhile, nothing is written: an entry before its time or after it
 * could never be taken back.
 */
export class LedgerClock {
  /** Database time less the monotonic clock. */
  private offset = 0;
  private databaseAstray = false;
  private apartSince: number | undefined;
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly machine: () => number,
  ) {}

  /** Throws StartRefused when the two clocks differ by more than five seconds. */
  static async set({ pool, machine = Date.now }: ClockParts): Promise<LedgerClock> {
    const clock = new LedgerClock(pool, machine);
    clock.offset = await clock.databaseOffset();
    const apart = Math.round((machine() - clock.time()) / 1000);
    if (Math.abs(apart) > clockSecondsApartMax)
      throw new StartRefused(
        `本机时钟与数据库相差 ${Math.abs(apart)} 秒（本机${apart > 0 ? '快' : '慢'}），记录的时间会不对。`,
        '请先校准两台机器的时钟（例如启用 NTP），再启动志册。',
      );
    clock.timer = setInterval(() => void clock.compare().catch(() => undefined), askMilliseconds).unref();
    return clock;
  }

  /** For what reads: sessions, forms. Never goes back and never jumps. */
  readonly time = (): number => Math.round(this.offset + performance.now());

  /** For what writes. Throws ClockAstray. */
  readonly now = (): number => {
    const time = this.time();
    if (this.databaseAstray || Math.abs(this.machine() - time) > apartMillisecondsMax) throw new ClockAstray();
    return time;
  };

  /** Asks the database again. */
  async compare(): Promise<void> {
    const offset = await this.databaseOffset();
    const apart = Math.abs(offset - this.offset);
    this.databaseAstray = apart > apartMillisecondsMax;
    if (apart <= apartMillisecondsMax) this.apartSince = undefined;
    else if (this.haveBothMoved(offset)) this.offset = offset;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private haveBothMoved(offset: number): boolean {
    const at = performance.now();
    if (Math.abs(this.machine() - (offset + at)) > apartMillisecondsMax) {
      this.apartSince = undefined;
      return false;
    }
    this.apartSince ??= at;
    if (at - this.apartSince < believeMilliseconds) return false;
    [this.apartSince, this.databaseAstray] = [undefined, false];
    return true;
  }

  private async databaseOffset(): Promise<number> {
    const asked = performance.now();
    const { rows } = await this.pool.query<{ milliseconds: string }>(
      'select extract(epoch from clock_timestamp()) * 1000 as milliseconds',
    );
    // In the midst of asking and hearing.
    return Number(rows[0]!.milliseconds) - (asked + performance.now()) / 2;
  }
}

/** Whoever opens the house may bring a clock along; else it is the database's. */
export async function clockOf(
  { now }: { readonly now?: () => number },
  pool: pg.Pool,
  opened: (() => Promise<unknown>)[],
): Promise<Pick<LedgerClock, 'now' | 'time'>> {
  if (now) return { now, time: now };
  const clock = await LedgerClock.set({ pool });
  opened.push(() => Promise.resolve(clock.close()));
  return clock;
}
