import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { volunteerHistory } from '#libs/books/history';
import { privacyState } from '#libs/counter/erasure.desk';
import { erasureSteps } from '#libs/house/eraser';
import type { VolunteerId } from '#libs/kernel/ids';
import { builtHouse } from '../support/built.js';
import { ErasureBench } from '../support/erasure-bench.js';
import { urlOf } from './support/ledger-under-test.js';
import { Started, type Env } from './support/product.js';

const script = path.join(import.meta.dirname, 'support/erase-once.mjs');
const groups = ['identity', 'contact', 'sensitive', 'photo', 'free'];
const steps = ['approval', ...erasureSteps] as const;

describe('An erasure killed with kill -9 after each of its eight steps', () => {
  const started = new Started();
  let bench: ErasureBench;
  let env: Env;

  beforeAll(async () => {
    bench = await ErasureBench.open();
    const { root } = await builtHouse();
    env = { DATA_DIR: bench.dataDir, DATABASE_URL: urlOf(bench.databases.main), DIST: path.join(root, 'dist') };
  }, 600_000);
  afterAll(async () => {
    await started.end();
    await bench.close();
  }, 120_000);

  it.each(steps.map((step, i) => ({ step, person: `𠮷䶮${'甲乙丙丁戊己庚辛'[i]!}`, i })))(
    '$step: `zhice privacy run` goes on, and nothing of the person is left',
    async ({ step, person: name, i }) => {
      const person = { volunteerId: randomUUID() as VolunteerId, name, mobile: `1390000555${i}` };
      await bench.enrol(person);
      const requestId = await bench.approvedErasure(person, groups);
      await bench.settled();
      expect(await bench.everythingKept()).toContain(name);
      await bench.house.close();

      const killed = await started.run([process.execPath, script], { ...env, KILL_AFTER: step });
      expect([await killed.gone, killed.child.signalCode, killed.said]).toEqual([null, 'SIGKILL', '']);
      const resumed = await started.zhice(env, ['privacy', 'run']);
      const done = step === 'complete' ? '没有待执行的删除' : '已执行 1 项删除';
      expect([await resumed.gone, resumed.said]).toEqual([0, expect.stringContaining(done)]);

      bench.told.length = 0;
      await bench.start();
      await bench.settled();
      expect((await privacyState(bench.house)).requests.get(requestId)?.status).toBe('COMPLETED');
      const kept = await bench.everythingKept();
      for (const word of [name, person.mobile]) expect([word, kept.includes(word)]).toEqual([word, false]);
      expect(kept).toContain(bench.staying.name);
      const [first] = (await volunteerHistory(bench.house, person.volunteerId)).items;
      expect(first).toMatchObject({ fields: { name: '已删除' } });
      expect([resumed.said.includes(name), bench.errors]).toEqual([false, []]);
    },
    600_000,
  );
});
