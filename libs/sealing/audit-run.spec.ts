import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointText } from '#libs/proof/checkpoint';
import { compiledCode } from '../../test/support/compiled-code.js';
import { MemoryLog, memoryPolicy } from '../../test/support/memory-log.js';
import { AuditStopped, runAudit, type AuditRun } from './audit-run.js';
import { readAuditState, StateDamaged } from './audit-state.js';

let folder: string;
let log: MemoryLog;
const asked: AuditRun = { policy: memoryPolicy, held: [], now: 0, ageSecondsMax: 0, workers: 0 };
const file = (): string => join(folder, 'state');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhice-audit-'));
  log = new MemoryLog('audit run');
  const [{ id, publicKey }] = log.writers;
  await log.say({ stream: 'sys-keys', type: 'WriterKeyAdded', data: { writerKeyId: id, publicKey } });
  for (let n = 0; n < 50; n++) await log.say({ stream: `activity-${n % 7}`, type: 'ActivityPlanned', data: { n } });
  await log.checkpoint();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('An audit that goes on where it was', () => {
  it('keeps how far it came, and next time verifies no signature before that again', async () => {
    const first = await runAudit(log.source, { ...asked, stateFile: file() });
    expect(first).toMatchObject({ faultCount: 0, known: 0 });
    expect((await readAuditState(file()))?.size).toBe(first.size);
    await log.say({ stream: 'activity-1', type: 'ActivityPlanned' });
    await log.checkpoint();
    expect(await runAudit(log.source, { ...asked, stateFile: file() })).toMatchObject({
      faultCount: 0,
      known: first.size,
    });
    expect(await runAudit(log.source, { ...asked, stateFile: file(), whole: true })).toMatchObject({ known: 0 });
  });

  it('does not believe its state: everything before must come to the root that stands in it', async () => {
    const state = (await readAuditState(file()))!;
    const since = { ...state, root: Buffer.alloc(32, 1) };
    const report = await runAudit(log.source, { ...asked, since });
    expect(report.byCheck).toEqual({ INCONSISTENT: 1 });
    const shorter = await runAudit(log.source, { ...asked, since: { ...state, size: state.size + 1 } });
    expect(shorter.byCheck).toEqual({ LOG_SHORT: 1 });
  });

  it('refuses a state that was cut off or changed, and takes one of another log for none', async () => {
    const text = await readFile(file(), 'utf8');
    for (const bad of [text.slice(0, -10), text.replace(/\n\d+\n/, '\n7\n'), 'zhice-audit@1\n', '']) {
      await writeFile(file(), bad);
      await expect(runAudit(log.source, { ...asked, stateFile: file() })).rejects.toThrow(StateDamaged);
    }
    await rm(file());
    expect(await runAudit({ ...log.source, log: log.source.log }, { ...asked, stateFile: file() })).toMatchObject({
      known: 0,
    });
  });

  it('does not keep how far it came when it found something', async () => {
    await rm(file());
    const { size, root } = { size: 1, root: Buffer.alloc(32) };
    const report = await runAudit(log.source, {
      ...asked,
      stateFile: file(),
      since: { origin: log.source.log, size, root },
    });
    expect(report.faultCount).toBe(1);
    expect(await readAuditState(file())).toBeUndefined();
    expect(checkpointText({ origin: 'x', size, root })).toContain('\n1\n');
  });

  it('stops after a page when it is told to, and goes on from there', async () => {
    await rm(file(), { force: true });
    const stop = AbortSignal.abort();
    const stopped = await runAudit(log.source, { ...asked, stateFile: file(), stop }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(AuditStopped);
    const { reached, faults } = stopped as AuditStopped;
    expect([faults, await readAuditState(file())]).toEqual([0, reached]);
    const whole = await runAudit(log.source, { ...asked, stateFile: file() });
    expect(whole).toMatchObject({ faultCount: 0, known: reached!.size });
    // One that is stopped on its way keeps what an earlier one reached.
    await expect(runAudit(log.source, { ...asked, stateFile: file(), stop })).rejects.toThrow(AuditStopped);
    expect((await readAuditState(file()))?.size).toBe(whole.size);
    await rm(file());
    const hashesOnly = runAudit(log.source, { ...asked, stateFile: file(), stop, hashesOnly: true });
    await expect(hashesOnly).rejects.toMatchObject({ reached: undefined });
    expect(await readAuditState(file())).toBeUndefined();
  });

  it('finds the same with threads as without', async () => {
    const code = await compiledCode();
    try {
      const here = await runAudit(log.source, asked);
      const running = code.run(`
        const { MemoryLog, memoryPolicy: policy } = await import('./test/support/memory-log.js');
        const { runAudit } = await import('#libs/sealing/audit-run');
        const log = new MemoryLog('audit run');
        const [{ id, publicKey }] = log.writers;
        await log.say({ stream: 'sys-keys', type: 'WriterKeyAdded', data: { writerKeyId: id, publicKey } });
        for (let n = 0; n < 5000; n++) await log.say({ stream: 'activity-' + (n % 7), type: 'ActivityPlanned', data: { n } });
        await log.checkpoint();
        const asked = { policy, held: [], now: 0, ageSecondsMax: 0 };
        say(JSON.stringify(await runAudit(log.source, { ...asked, workers: 2 })));
        say(JSON.stringify(await runAudit(log.source, { ...asked, workers: 0 })));
        log.scribe.writer = log.writers[1];
        await log.say({ stream: 'activity-1', type: 'ActivityPlanned' });
        await log.seal();
        say((await runAudit(log.source, { ...asked, workers: 2 })).byCheck.KEY_UNKNOWN);
      `);
      expect(await running.gone).toBe('');
      const [threaded, single, unknown] = running.lines;
      expect(threaded).toBe(single);
      expect(JSON.parse(threaded!)).toMatchObject({ faultCount: 0, entries: 5_002, streams: here.streams });
      expect(unknown).toBe('1');
    } finally {
      await code.end();
    }
  });
});
