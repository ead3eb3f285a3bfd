import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { holdWrites } from '../../../../test/support/held-writes.js';
import { sample } from '../../../../test/support/import-bench.js';
import { TestApi, type Person } from '../../../../test/support/test-api.js';
import type { ImportPreview } from './import-preview.js';
import type { ImportRun } from './import-runs.js';

const patienceMilliseconds = 120_000;

describe('an import over HTTP', () => {
  let api: TestApi;
  let office: Person;
  let at: string;
  beforeAll(async () => {
    api = await TestApi.open();
    office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    at = `/api/organizations/${api.top}`;
  }, 120_000);
  afterAll(() => api.close(), 180_000);

  const upload = async (name: Parameters<typeof sample>[0], person = office): Promise<string> => {
    const file = Buffer.from(await sample(name));
    const { body } = await person.post(`${at}/import-files`, file, 'application/octet-stream').expect(200);
    return (body as { sha256: string }).sha256;
  };
  const entries = async (): Promise<number> => {
    const { rows } = await api.house.mainPool.query<{ n: number }>('select count(*)::int as n from ledger.entry');
    return rows[0]?.n ?? 0;
  };
  const teams = (sheet: string) => ({
    ...{ kind: 'teams', sheet, registerBelow: true, fullMembers: 32, probationaryMembers: 2 },
    ...{ formationTitle: '关于组建党员志愿服务队的通知', formationDatedOn: '2025-12-01', formDate: '2026-07-01' },
  });
  const preview = async (body: object): Promise<ImportPreview> =>
    (await office.post(`${at}/import-previews`, body).expect(200)).body as ImportPreview;
  const ended = async (runId: string): Promise<ImportRun> => {
    for (const until = Date.now() + patienceMilliseconds; ;) {
      const { body } = await office.get(`${at}/import-runs/${runId}`).expect(200);
      const run = body as ImportRun;
      if (run.state !== 'RUNNING' || Date.now() > until) return run;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('shows everything before the yes, writes once however often it is told to, and ends with a line for every row', async () => {
    const sheet = await upload('teams');
    const before = await entries();
    const seen = await preview(teams(sheet));
    expect(seen).toMatchObject({ rowsRead: 4, rowsToWrite: 4, faultCount: 0, obstacles: [], batch: null });
    expect(await entries()).toBe(before);

    const runId = randomUUID();
    const [one, other] = await Promise.all([
      office.post(`${at}/import-runs`, { ...teams(sheet), runId }).expect(200),
      office.post(`${at}/import-runs`, { ...teams(sheet), runId: randomUUID() }).expect(200),
    ]);
    expect((one.body as ImportRun).runId).toBe((other.body as ImportRun).runId);
    const run = await ended((one.body as ImportRun).runId);
    expect(run).toMatchObject({ state: 'DONE', refused: 0, existing: 0, written: 5 });
    expect(run.rows.map(({ row }) => row)).toEqual([null, 4, 5, 6, 7]);
    const after = await entries();

    const again = await preview(teams(sheet));
    expect(again.batch?.batchId).toBe(run.batchId);
    expect(again.batch?.finishedAt).not.toBeNull();
    const second = randomUUID();
    await office.post(`${at}/import-runs`, { ...teams(sheet), runId: second }).expect(200);
    expect(await ended(second)).toMatchObject({ state: 'DONE', batchId: run.batchId });
    await api.settled();
    expect(await entries()).toBe(after);
  }, 300_000);

  it('shows every fault of a row in its place, names the fields of the form, and writes nothing while something stands in the way', async () => {
    const body = { kind: 'members', sheet: await upload('members') };
    const seen = await preview(body);
    expect(seen.faultCount).toBe(7);
    const faulty = seen.faultyRows.filter(({ faults }) => faults.some(({ severity }) => severity === 'fault'));
    expect(faulty.flatMap(({ faults }) => faults.filter(({ severity }) => severity === 'fault'))).toHaveLength(7);
    for (const { cells, faults } of faulty) {
      expect(cells.length).toBeGreaterThan(3);
      expect(faults.every(({ message }) => message.length > 5)).toBe(true);
    }
    expect(JSON.stringify(seen)).not.toContain('--');
    const noPaper = { kind: 'sign-in', sheet: await upload('signIn') };
    expect((await preview(noPaper)).obstacles.join()).toContain('请用“纸质签到表”附上');
    const refused = await office.post(`${at}/import-runs`, { ...noPaper, runId: randomUUID() }).expect(409);
    expect(refused.body.detail).toContain('纸质签到表');
  }, 300_000);

  it('registers the whole organization tree from one sheet, shows what is wrong with it first, and offers an empty one', async () => {
    const template = await office.get('/api/import-templates/organizations').buffer().expect(200);
    expect(template.headers['content-disposition']).toContain('.xlsx');
    await api.anonymous().get('/api/import-templates/organizations').expect(401);
    const upload = async (...lines: string[]): Promise<object> => {
      const text = ['党组织名称,类别,上级党组织,单位名称', ...lines].join('\n');
      const { body } = await office
        .post(`${at}/import-files`, Buffer.from(text), 'application/octet-stream')
        .expect(200);
      return { kind: 'organizations', sheet: (body as { sha256: string }).sha256, registeredOn: '2026-01-05' };
    };
    const wrong = await preview(await upload('甲支部,支部,乙党委,甲', '丙小组,党小组,丙小组,丙'));
    expect(wrong).toMatchObject({ rowsToWrite: 0, faultCount: 2 });
    expect(wrong.faultyRows.map(({ row, faults: [fault] }) => [row, fault?.column])).toEqual([
      [2, '上级党组织'],
      [3, '上级党组织'],
    ]);
    const right = await upload('某街道甲支部,支部,某街道党委,甲', '某街道党委,党委,,某街道');
    const runId = randomUUID();
    await office.post(`${at}/import-runs`, { ...right, runId }).expect(200);
    const run = await ended(runId);
    expect(run).toMatchObject({ state: 'DONE', written: 2, refused: 0 });
    expect(new Set(run.rows.map(({ subject }) => subject))).toEqual(new Set(['党组织']));
    const recorder = await api.person([{ role: 'RECORDER', organizationId: api.top }]);
    await recorder.post(`${at}/import-previews`, right).expect(403);
  }, 300_000);

  it('is nobody else’s: no file, no run; and a file that is not kept any more is asked for again', async () => {
    const other = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    const sheet = await upload('teams');
    const gone = await other.post(`${at}/import-previews`, teams(sheet)).expect(409);
    expect(gone.body.refusal).toBe('import_file_is_gone');
    await other.get(`${at}/import-runs/${randomUUID()}`).expect(404);
    const auditor = await api.person([{ role: 'AUDITOR', organizationId: api.top }]);
    await auditor.post(`${at}/import-files`, Buffer.from('a'), 'application/octet-stream').expect(403);
    await office.post(`${at}/import-previews`, { kind: 'roster', sheet: 'x' }).expect(400);
    const text = await other
      .post(`${at}/import-files`, Buffer.from('没有表头'), 'application/octet-stream')
      .expect(200);
    const rejected = await other.post(`${at}/import-previews`, { kind: 'roster', sheet: text.body.sha256 }).expect(400);
    expect(rejected.body.detail).toContain('没有找到');
  }, 120_000);

  it('stops when it is told to, and the same sheet goes on from there', async () => {
    const { body } = await office.get(`${at}/children`).expect(200);
    const { items } = body as { items: { organizationId: string; name: string }[] };
    const unit = items.find(({ name }) => name === '示例市示例中心党总支');
    at = `/api/organizations/${unit?.organizationId}`;
    const roster = {
      kind: 'roster',
      sheet: await upload('roster'),
      enrolledOn: '2026-01-01',
      leaderPost: '党总支委员',
    };
    const [first, second] = [randomUUID(), randomUUID()];
    // Nothing is written before the stop was heard.
    const release = holdWrites(api.house);
    await office.post(`${at}/import-runs`, { ...roster, runId: first }).expect(200);
    await office.post(`${at}/import-runs/${first}/stop`, {}).expect(200);
    release();
    const stopped = await ended(first);
    expect(stopped.state).toBe('STOPPED');
    expect(stopped.done).toBeLessThan(stopped.total);
    await office.post(`${at}/import-runs`, { ...roster, runId: second }).expect(200);
    const run = await ended(second);
    expect(run).toMatchObject({ state: 'DONE', refused: 0 });
    const people = run.rows.filter(({ subject }) => subject === '志愿者');
    expect(people).toHaveLength(26);
    expect(new Set(people.map(({ volunteerNumber }) => volunteerNumber)).size).toBe(26);
  }, 300_000);
});
