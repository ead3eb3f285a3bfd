import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { compiledCode } from '../../test/support/compiled-code.js';
import { writeSecret } from '#libs/privacy/master-key';
import { sealingBench, type SealingBench } from '../../test/support/sealing-bench.js';
import { SignerAhead } from '#libs/sealing/checkpointer';
import { auditAside, ownAuditTask } from './own-audit.js';
import { noteStepBack, stepBacks } from './step-back.js';
import { isAlarming, lastAudit, type LastAudit } from './last-audit.js';
import { NightlyAudit } from './nightly-audit.js';

let bench: SealingBench;
let dataDir: string;
const alarms: string[] = [];
/** Sunday 2027-01-03, 3 in the morning in Shanghai. */
let now = Date.parse('2027-01-02T19:00:00.000Z');
const hour = 3_600_000;

const nightly = (env: Record<string, string> = {}): NightlyAudit =>
  NightlyAudit.of({
    house: bench.house,
    dataDir,
    env: { ZHICE_AUDIT_AT: '02:30', ZHICE_AUDIT_POLICY: join(dataDir, 'policy'), ...env },
    onError: ({ message }) => alarms.push(message),
    now: () => now,
  })!;
const last = async (): Promise<LastAudit> => (await lastAudit(dataDir))!;

beforeAll(async () => {
  bench = await sealingBench();
  dataDir = await mkdtemp(join(tmpdir(), 'zhice-nightly-'));
  await mkdir(join(dataDir, 'keys'));
  await writeFile(join(dataDir, 'policy'), `log ${bench.logKey.text}\nquorum none\n`);
  for (const n of [1, 2]) await bench.volunteer(n);
  await bench.checkpointer.checkpoint();
  await bench.house.engine.catchUp();
}, 120_000);
afterAll(async () => {
  await bench.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('The nightly audit', () => {
  it('is nobody’s unless asked for, and refuses a time that is none', () => {
    const parts = { house: bench.house, dataDir, onError: () => undefined };
    expect(NightlyAudit.of({ ...parts, env: {} })).toBeUndefined();
    expect(() => NightlyAudit.of({ ...parts, env: { ZHICE_AUDIT_AT: '25:00' } })).toThrow('ZHICE_AUDIT_AT');
  });

  it('is made once a night, whole the first time, and says what it came to', async () => {
    expect(await nightly().auditIfDue()).toBe(true);
    expect(await nightly().auditIfDue()).toBe(false);
    const said = await last();
    expect(said).toMatchObject({ whole: true, faultCount: 0, byCheck: {} });
    expect(said.size).toBe((await bench.house.store.readAll(null, 1_000)).entries.length);
    expect(isAlarming(said, now)).toBe(false);
    expect(alarms).toEqual([]);
  });

  it('goes on from where it was the night after, and takes turns with another process', async () => {
    now += 24 * hour;
    await bench.volunteer(3);
    await bench.checkpointer.checkpoint();
    await bench.house.engine.catchUp();
    expect((await Promise.all([nightly().auditIfDue(), nightly().auditIfDue()])).filter(Boolean)).toHaveLength(1);
    expect(await last()).toMatchObject({ whole: false, faultCount: 0 });
  });

  it('raises an alarm that stays until nothing is found any more', async () => {
    now += 24 * hour;
    const { host, port, user, database } = bench.house.mainPool.options;
    const superuser = new pg.Client({ host, port, user, database, ssl: false });
    await superuser.connect();
    await superuser.query('set session_replication_role = replica');
    const change = (from: string, to: string): Promise<unknown> =>
      superuser.query(`update ledger.entry set entry = replace(entry, $1, $2) where position = 1`, [from, to]);
    await change('"v":1', '"v": 1');
    await nightly().auditIfDue();
    expect(isAlarming(await last(), now)).toBe(true);
    expect((await last()).byCheck).toMatchObject({ ROOT_MISMATCH: expect.any(Number), INCONSISTENT: 1 });
    expect(alarms.at(-1)).toContain('ROOT_MISMATCH');
    await change('"v": 1', '"v":1');
    await superuser.end();
    now += 24 * hour;
    await nightly().auditIfDue();
    expect(await last()).toMatchObject({ whole: true, faultCount: 0 });
  });

  it('holds the log against heads that were put into its folder', async () => {
    now += 24 * hour;
    await mkdir(join(dataDir, 'audit/held'));
    const [{ note }] = (await bench.house.mainPool.query<{ note: string }>('select note from proof.checkpoint'))
      .rows as [{ note: string }];
    await writeFile(join(dataDir, 'audit/held/paper.txt'), bench.forkOf(note));
    await nightly().auditIfDue();
    expect((await last()).byCheck).toMatchObject({ FORK_SAME_SIZE: 1, INCONSISTENT: 1 });
    await rm(join(dataDir, 'audit/held/paper.txt'));
  });

  it('holds the read tables against the log on a night on which all is verified', async () => {
    now += 24 * hour;
    const turn = () =>
      bench.house.readPool.query('update read.participation_person set volunteer_number = reverse(volunteer_number)');
    await bench.house.engine.catchUp();
    const { rowCount } = await turn();
    expect(rowCount).toBeGreaterThan(0);
    // Something was found the night before.
    await nightly().auditIfDue();
    expect(await last()).toMatchObject({ whole: true, byCheck: { PROJ_DIFF: rowCount } });
    await turn();
    now += 24 * hour;
    await nightly().auditIfDue();
    expect(await last()).toMatchObject({ whole: true, faultCount: 0 });
  }, 120_000);

  it('comes to the same in a thread of its own, as the compiled product makes it', async () => {
    const env = { ZHICE_AUDIT_POLICY: join(dataDir, 'policy') };
    const task = await ownAuditTask({ house: bench.house, dataDir, env }, { whole: true, held: [], now });
    const here = await auditAside(task);
    const code = await compiledCode();
    try {
      const running = code.run(
        `const { auditAside } = await import('#libs/house/own-audit');
        let told = 0;
        const report = await auditAside(JSON.parse(process.env.TASK), { onProgress: (entries) => (told = entries) });
        say(JSON.stringify([told, report]));`,
        { TASK: JSON.stringify(task) },
      );
      expect(await running.gone).toBe('');
      const [told, report] = JSON.parse(running.lines[0]!) as [number, typeof here];
      const { entries, size, root, faultCount, byCheck, faults, streams } = here;
      expect(report).toMatchObject({ entries, size, root, faultCount, byCheck, faults, streams });
      expect(told).toBe(here.entries);
    } finally {
      await code.end();
    }
  }, 120_000);

  it('alarms when it cannot be made, and when none came', async () => {
    now += 24 * hour;
    await writeSecret(join(dataDir, 'bad'), 'nonsense');
    await nightly({ ZHICE_AUDIT_POLICY: join(dataDir, 'bad') }).auditIfDue();
    expect((await last()).failed).toBeDefined();
    now += 24 * hour;
    await nightly().auditIfDue();
    expect(await last()).toEqual(expect.not.objectContaining({ failed: expect.anything() }));
    expect(isAlarming(await last(), now)).toBe(false);
    expect(isAlarming(await last(), now + 20 * hour)).toBe(false);
    expect(isAlarming(await last(), now + 31 * hour)).toBe(true);
  });

  it('tells of keys that somebody marked as destroyed, and of a log that stepped back, once', async () => {
    now += 24 * hour;
    const kid = '00000000-0000-4000-8000-00000000dead';
    await bench.house.keysPool.query('insert into keys.shredded_key (kid) values ($1)', [kid]);
    const ahead = new SignerAhead(200, 100, Buffer.alloc(32, 1));
    for (let i = 0; i < 2; i++) await noteStepBack(dataDir, ahead, now);
    expect(await stepBacks(dataDir)).toMatchObject([{ signedSize: 200, sealedSize: 100 }]);
    await nightly().auditIfDue();
    expect((await last()).byCheck).toEqual({ KEY_LOSS_HIDDEN: 1, STEP_BACK: 1 });
    expect(alarms.at(-1)).toContain('STEP_BACK');
  }, 120_000);
});
