import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '#libs/files/whole-file';
import { StartRefused } from '#libs/postgres/fault';
import type { AuditReport } from '#libs/proof/audit-report';
import type { AuditTask } from './audit-thread.js';
import type { House } from './house.js';
import { auditFolder, isAlarming, lastAudit, type LastAudit } from './last-audit.js';
import { rederive } from '#libs/projection-engine/rederive';
import { withTables } from './audit-tables.js';
import { auditAside, ownAuditTask } from './own-audit.js';
import { stepBacks } from './step-back.js';

/** An audit found something; the report stands in the folder `audit`. */
export class AuditAlarm extends Error {
  override readonly name = 'AuditAlarm';
}

export interface NightlyParts {
  readonly house: House;
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onError: (error: Error) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** In a thread of its own unless told. */
  readonly perform?: (task: AuditTask) => Promise<AuditReport>;
}

const lookMilliseconds = 30_000;
const dayMilliseconds = 86_400_000;
const shanghaiMilliseconds = 8 * 3_600_000;
const graceMilliseconds = 6 * 3_600_000;
const againMilliseconds = 600_000;
const wholeEveryDays = 7;
/** Two processes of one house do not audit at the same time. */
const auditLock = 7_270_009;

/**
 * Audits the house's own log once a day from `ZHICE_AUDIT_AT` on (Shanghai time, `02:30`), or when it is next running: every hash
 * against all signed heads and those in `audit/held`, signatures of what is new, keys against what the log says was destroyed, and
 * once a week every signature and every row of the read tables. Policy is the file
 * `ZHICE_AUDIT_POLICY`, else the log's own key. Throws StartRefused.
 */
export class NightlyAudit {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly now: () => number;

  private constructor(
    private readonly parts: NightlyParts,
    private readonly startsAt: number,
  ) {
    this.now = parts.now ?? Date.now;
  }

  /** Undefined where nobody asked for one. */
  static of(parts: NightlyParts): NightlyAudit | undefined {
    const text = parts.env['ZHICE_AUDIT_AT'];
    if (text === undefined || text === '') return undefined;
    const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
    if (hours === undefined)
      throw new StartRefused(`ZHICE_AUDIT_AT=${text} 不是时刻。`, '请写成 02:30 的样子，北京时间。');
    return new NightlyAudit(parts, (Number(hours) * 60 + Number(minutes)) * 60_000);
  }

  start(): void {
    const once = async (): Promise<void> => {
      try {
        await this.auditIfDue();
      } catch (error) {
        this.parts.onError(error as Error);
      }
    };
    const look = (): void => {
      this.running = this.running.then(once);
    };
    this.timer = setInterval(look, lookMilliseconds);
    look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** The last moment at which an audit should have begun. */
  private dueSince(): number {
    const local = this.now() + shanghaiMilliseconds;
    const today = local - (local % dayMilliseconds) + this.startsAt;
    return (today <= local ? today : today - dayMilliseconds) - shanghaiMilliseconds;
  }

  /** One that could not be made is tried again after a while. */
  private isDue({ at, failed }: LastAudit): boolean {
    const ended = Date.parse(at);
    return ended < this.dueSince() || (failed !== undefined && this.now() - ended >= againMilliseconds);
  }

  /** Answers whether one was made. */
  async auditIfDue(): Promise<boolean> {
    const last = await lastAudit(this.parts.dataDir);
    if (last && !this.isDue(last)) return false;
    const client = await this.parts.house.mainPool.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [auditLock]);
      if (rows[0]?.mine !== true) return false;
      await this.audit(last);
      // Whoever asks next finds it free; the server would only let go of it when it has noticed that the connection went.
      await client.query('select pg_advisory_unlock($1)', [auditLock]);
      return true;
    } finally {
      client.release(true);
    }
  }

  private async audit(last: LastAudit | undefined): Promise<void> {
    const [begun, whole] = [this.now(), this.isWholeDue(last)];
    await mkdir(auditFolder(this.parts.dataDir), { recursive: true });
    const figures = await this.attempt(whole, last?.at ?? '');
    const ended = this.now();
    const said: LastAudit = {
      at: new Date(ended).toISOString(),
      dueAt: new Date(this.dueSince() + dayMilliseconds + graceMilliseconds).toISOString(),
      seconds: Math.round((ended - begun) / 1000),
      whole,
      ...figures,
    };
    await writeWhole(join(auditFolder(this.parts.dataDir), 'last.json'), `${JSON.stringify(said, null, 2)}\n`);
    if (isAlarming(said, ended)) this.parts.onError(alarmOf(said));
  }

  /** On the first night, on one night of the week, and again and again until nothing is found. */
  private isWholeDue(last: LastAudit | undefined): boolean {
    const day = Math.floor((this.dueSince() + shanghaiMilliseconds) / dayMilliseconds);
    return last === undefined || last.faultCount > 0 || last.failed !== undefined || day % wholeEveryDays === 0;
  }

  private async attempt(
    whole: boolean,
    since: string,
  ): Promise<Pick<LastAudit, 'entries' | 'size' | 'faultCount' | 'byCheck' | 'failed'>> {
    try {
      const { perform = auditAside } = this.parts;
      const log = await perform(await this.task(whole));
      // Folded in this process: keys of what tables show in clear go into no other.
      const audited = whole ? withTables(log, await rederive(this.parts.house.followerParts, () => undefined)) : log;
      const { entries, size, ...report } = audited;
      const beside = await this.besideTheLog(since);
      const byCheck = { ...report.byCheck, ...beside };
      const faultCount = Object.values(beside).reduce((sum, count) => sum + count, report.faultCount);
      const file = join(auditFolder(this.parts.dataDir), 'report.json');
      await writeWhole(
        file,
        `${JSON.stringify({ entries, size, faultCount, byCheck, faults: report.faults }, null, 2)}\n`,
      );
      return { entries, size, faultCount, byCheck };
    } catch (error) {
      const failed = error instanceof Error ? error.name : typeof error;
      return { entries: 0, size: 0, faultCount: 0, byCheck: {}, failed };
    }
  }

  /** What an auditor of the log alone does not see. A key that was put back is destroyed again. */
  private async besideTheLog(since: string): Promise<Readonly<Record<string, number>>> {
    const { house, dataDir } = this.parts;
    const found: Record<string, number> = {};
    await house.eraser.replay(({ again, unexplained }) => {
      if (again > 0) found['KEY_RESTORED'] = again;
      if (unexplained.length > 0) found['KEY_LOSS_HIDDEN'] = unexplained.length;
    });
    const back = (await stepBacks(dataDir)).filter(({ at }) => at > since).length;
    return back > 0 ? { ...found, STEP_BACK: back } : found;
  }

  private async task(whole: boolean): Promise<AuditTask> {
    const folder = auditFolder(this.parts.dataDir);
    return ownAuditTask(this.parts, {
      whole,
      held: await heldIn(join(folder, 'held')),
      stateFile: join(folder, 'state'),
      now: this.now(),
    });
  }
}

const alarmOf = ({ faultCount, failed, byCheck }: LastAudit): AuditAlarm =>
  new AuditAlarm(
    failed === undefined ? `${faultCount} findings: ${Object.keys(byCheck).join(', ')}` : `not made: ${failed}`,
  );

async function heldIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(files.toSorted().map((file) => readFile(join(folder, file), 'utf8')));
}
