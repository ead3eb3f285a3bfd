import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown } from '#libs/event-store/port';
import type { LocalDate } from '#libs/kernel/time';
import { importBench, top, type ImportBench } from '../../test/support/import-bench.js';
import { actorOf } from '../../test/support/open-test-house.js';
import type { ImportAsked } from './kinds.js';
import { countOf } from './result.js';
import { ImportInterrupted } from './run.js';

const asked: ImportAsked = {
  kind: 'organizations',
  organizationId: top,
  options: { registeredOn: '2026-01-05' as LocalDate },
};
const head = '编号,党组织名称,类别,上级党组织,归口管理部门,单位名称,正式党员,预备党员';
const lines = [
  'g1,第一党小组,党小组,b1,,示例小学,,',
  'b1,示例小学党支部,党支部,c1,示例教育局,示例小学,12,1',
  'c1,示例镇党委,党委,,,示例镇,,',
  'd1,示例教育局,主管部门,,,示例教育局,,',
  'b2,示例中学党支部,党支部,c1,示例教育局,示例中学,20,0',
];
const sheet = (...more: string[]): Uint8Array => new TextEncoder().encode([head, ...lines, ...more].join('\n'));

describe('an office brings its organization tree', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await importBench();
  }, 120_000);
  afterAll(() => bench.close(), 180_000);

  const count = async (): Promise<number> => {
    const { rows } = await bench.house.mainPool.query<{ n: number }>(
      `select count(*)::int as n from ledger.entry where type = 'PartyOrganizationRegistered'`,
    );
    return rows[0]?.n ?? 0;
  };

  it('goes on where a lost connection ended it, and stands then as if nothing had happened', async () => {
    const prepared = await bench.prepare(asked, sheet());
    expect(prepared.preview).toMatchObject({ rowsRead: 5, rowsToWrite: 5, faults: [], plan: { obstacles: [] } });
    const { store } = bench.house;
    const append = store.append.bind(store);
    let appends = 0;
    // Stored, and the answer lost: the third and everything after it.
    store.append = async (entries) => {
      const answer = await append(entries);
      if (++appends >= 3) throw new AppendOutcomeUnknown('the test lost the answer');
      return answer;
    };
    await expect(prepared.write({ pauses: [] })).rejects.toThrow(ImportInterrupted);
    store.append = append;
    await bench.restart();

    const again = await bench.prepare(asked, sheet());
    expect(again.preview.batch?.finishedAt).toBeNull();
    expect(again.preview).toMatchObject({ rowsToWrite: 5, faults: [] });
    const result = await again.write();
    expect([countOf(result, 'WRITTEN'), countOf(result, 'REFUSED'), await count()]).toEqual([5, 0, 6]);
    expect(await bench.write(asked, sheet())).toEqual(result);
    expect(await count()).toBe(6);

    const { rows } = await bench.house.readPool.query<{ name: string; parent: string; department: string | null }>(
      `select o.name, p.name as parent, d.name as department from read.organization_directory o
       join read.organization_directory p on p.organization_id = o.parent_id
       left join read.organization_directory d on d.organization_id = o.line_of_authority_id order by o.name`,
    );
    expect(new Map(rows.map(({ name, ...above }) => [name, above]))).toEqual(
      new Map([
        ['第一党小组', { parent: '示例小学党支部', department: null }],
        ['示例中学党支部', { parent: '示例镇党委', department: '示例教育局' }],
        ['示例小学党支部', { parent: '示例镇党委', department: '示例教育局' }],
        ['示例教育局', { parent: '示例市委组织部', department: null }],
        ['示例镇党委', { parent: '示例市委组织部', department: null }],
      ]),
    );
  }, 180_000);

  it('takes in only what is new of a sheet that was added to', async () => {
    const more = sheet('b3,示例医院党支部,党支部,c1,,示例医院,,');
    const { preview, write } = await bench.prepare(asked, more);
    expect(preview.rowsToWrite).toBe(1);
    expect(preview.faults.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      Array.from({ length: 5 }, () => 'warning organization_registered_already'),
    );
    expect(countOf(await write(), 'WRITTEN')).toBe(1);
    expect(await count()).toBe(7);
  }, 120_000);

  it('is not for somebody who registers no organizations', async () => {
    const { preview } = await bench.prepare(asked, sheet('x,另一支部,党支部,,,另一支部,,'), actorOf(top, ['APPROVER']));
    expect(preview.plan.obstacles.join()).toContain('当前账号的角色不能办理');
  }, 60_000);
});
