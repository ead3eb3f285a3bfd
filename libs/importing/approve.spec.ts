import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  approver,
  attester,
  importBench,
  importer,
  rosterAsked,
  sample,
  signInAsked,
  teamsAsked,
  top,
  type ImportBench,
} from '../../test/support/import-bench.js';
import { actorOf } from '../../test/support/open-test-house.js';
import { approveBatch, approvePart } from './approve.js';
import { attestBatch, compareMinutes, type Attestation } from './attest.js';
import { BatchActImpossible } from './recorded-batch.js';
import type { ImportResult } from './result.js';

describe('a year of sheets, attested by a second person and approved by a third', () => {
  let bench: ImportBench;
  let signIn: ImportResult;
  let beforeAttestation: Awaited<ReturnType<typeof compareMinutes>>;
  let attestation: Attestation;
  let approvals: {
    readonly byAttester: Awaited<ReturnType<typeof approveBatch>>;
    readonly firstTen: Awaited<ReturnType<typeof approvePart>>;
    readonly rest: Awaited<ReturnType<typeof approveBatch>>;
  };

  beforeAll(async () => {
    bench = await importBench();
    await bench.write(teamsAsked(top), await sample('teams'));
    const { organizationId } = await bench.unit();
    await bench.write(rosterAsked(organizationId), await sample('roster'));
    signIn = await bench.write(signInAsked(organizationId), await sample('signIn'));
    const { batchId } = signIn;
    beforeAttestation = await compareMinutes(bench.house, signIn);
    attestation = await attestBatch(bench.house, attester, batchId);
    approvals = {
      byAttester: await approveBatch(bench.house, attester, batchId),
      firstTen: await approvePart(bench.house, approver, batchId, { limit: 10 }),
      rest: await approveBatch(bench.house, approver, batchId, { note: '已核对扫描件' }),
    };
  }, 120_000);

  afterAll(() => bench.close());

  it('counts nothing before a second person has attested', () => {
    expect(beforeAttestation).toEqual({
      fileMinutes: 31_860,
      creditedMinutes: 0,
      heldMinutes: 0,
      conflictedMinutes: 0,
    });
  });

  it('holds what came late until a third person approves it, and then counts every minute of the sheet (F-05)', () => {
    const { minutes, ...attested } = attestation;
    expect(attested).toEqual({ sessions: 12, refusals: [] });
    expect(minutes).toEqual({ fileMinutes: 31_860, creditedMinutes: 0, heldMinutes: 31_860, conflictedMinutes: 0 });
    const { byAttester, firstTen, rest } = approvals;
    expect(byAttester).toMatchObject({ approved: 0, longDays: 0, left: 0, minutes });
    expect(byAttester.refusals).toEqual([{ refusal: expect.stringContaining('第三人'), entries: 228 }]);
    expect(firstTen).toMatchObject({ approved: 10, refusals: [], left: 218, next: expect.any(String) });
    expect(rest.rows).toHaveLength(218);
    expect(new Set(rest.rows.map(({ outcome }) => outcome))).toEqual(new Set(['WRITTEN']));
    expect(byAttester.rows.every(({ outcome, refusal }) => outcome === 'REFUSED' && refusal !== undefined)).toBe(true);
    expect(rest).toEqual({
      ...{ approved: 218, refusals: [], longDays: 0, left: 0, rows: expect.any(Array) },
      minutes: { fileMinutes: 31_860, creditedMinutes: 31_860, heldMinutes: 0, conflictedMinutes: 0 },
    });
  });

  it('keeps the late mark with its reason, and the paper sheet behind every line (F-05, F-06)', async () => {
    const { rows } = await bench.house.readPool.query<{ late: boolean; reason: string | null; n: number }>(
      `select late, late_reason_code as reason, count(*)::int as n from read.hours_entry where state = 'credited' group by 1, 2 order by 1`,
    );
    expect(rows).toEqual([{ late: true, reason: 'PAPER_SHEET_DELAYED', n: 228 }]);
    const { rows: unseen } = await bench.house.readPool.query(
      `select 1 from read.activity_register_attendance a where not exists
        (select from read.activity_evidence e where e.evidence_id = a.sheet_id and e.activity_id = a.activity_id)`,
    );
    expect(unseen).toEqual([]);
  });

  it('lets nobody attest what they brought, nor somebody without the role or from elsewhere', async () => {
    const attest = (actor: typeof attester) => attestBatch(bench.house, actor, signIn.batchId);
    await expect(attest(importer)).rejects.toThrow('须由另一个人确认');
    await expect(attest(actorOf(top, ['RECORDER']))).rejects.toThrow(BatchActImpossible);
    await expect(
      attest(
        actorOf((await bench.house.read.query<{ id: string }[]>('select gen_random_uuid() as id'))[0]?.id as never, [
          'APPROVER',
        ]),
      ),
    ).rejects.toThrow('没有找到');
  });
});
