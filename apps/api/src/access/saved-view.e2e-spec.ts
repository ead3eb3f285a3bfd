import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { forgetAccounts } from '#libs/house/erased-people';
import type { VolunteerId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../../../../test/support/test-api.js';

describe('a saved view', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.open();
  }, 120_000);
  afterAll(() => api.close(), 180_000);

  const viewsOf = async (person: Person, register = 'volunteers'): Promise<unknown> =>
    (await person.get(`/api/me/views?register=${register}`).expect(200)).body.items;
  const view = (given: object = {}): object => ({
    ...{ viewId: randomUUID(), register: 'volunteers', name: '在册正式党员', columns: ['name', 'workUnit'] },
    ...{ filters: ['status=ENROLLED', 'on=2026-06-30'], ...given },
  });

  it('belongs to its account alone, takes its own place, and its name is sealed', async () => {
    const at = [{ role: 'RECORDER', organizationId: api.top }] as const;
    const [owner, other] = [await api.person(at), await api.person(at)];
    const viewId = randomUUID();
    for (const name of ['张建军那一组', '退休党员'])
      await owner.post('/api/me/views', view({ viewId, name })).expect(200);
    const kept = { viewId, register: 'volunteers', name: '退休党员', filters: 'status=ENROLLED&on=2026-06-30' };
    expect(await viewsOf(owner)).toEqual([{ ...kept, columns: ['name', 'workUnit'] }]);
    expect(await viewsOf(owner, 'teams')).toEqual([]);
    expect(await viewsOf(other)).toEqual([]);
    await other.post(`/api/me/views/${viewId}/removal`).expect(200);
    expect(await viewsOf(owner)).toHaveLength(1);
    const { rows } = await api.house.mainPool.query<{ row: string }>('select v::text as row from access.saved_view v');
    for (const word of ['退休党员', Buffer.from('退休党员').toString('hex')]) expect(rows[0]?.row).not.toContain(word);
    await owner.post(`/api/me/views/${viewId}/removal`).expect(200);
    expect(await viewsOf(owner)).toEqual([]);
    await api.anonymous().get('/api/me/views?register=volunteers').expect(401);
  }, 60_000);

  it('holds codes, ids and days, nothing looked for by name and nothing unknown, thirty a register', async () => {
    const owner = await api.person([{ role: 'RECORDER', organizationId: api.top }]);
    const faulty = [['text=张建军'], ['status=张建军'], ['within=张建军'], ['on=2026-02-30'], ['page=2'], ['status']];
    for (const filters of faulty) {
      const { status } = await owner.post('/api/me/views', view({ filters }));
      expect([filters, status]).toEqual([filters, 400]);
    }
    await owner.post('/api/me/views', view({ columns: ['name;drop'] })).expect(400);
    await owner.post('/api/me/views', view({ filters: ['status=张建军&status=ENROLLED'] })).expect(200);
    expect(JSON.stringify(await viewsOf(owner))).not.toContain('张建军');
    for (let n = 1; n < 30; n += 1) await owner.post('/api/me/views', view()).expect(200);
    await owner.post('/api/me/views', view()).expect(409);
    await owner.post('/api/me/views', view({ register: 'teams', filters: ['year=2026'] })).expect(200);
  }, 60_000);

  it('goes with the account of a person who is erased', async () => {
    const volunteerId = randomUUID() as VolunteerId;
    const owner = await api.person([{ role: 'RECORDER', organizationId: api.top }], volunteerId);
    await owner.post('/api/me/views', view()).expect(200);
    const count = async (): Promise<number | null> =>
      (
        await api.house.mainPool.query(
          'select 1 from access.saved_view join access.account using (account_id) where volunteer_id = $1',
          [volunteerId],
        )
      ).rowCount;
    expect(await count()).toBe(1);
    await forgetAccounts(api.house.mainPool, [volunteerId]);
    expect(await count()).toBe(0);
  }, 60_000);
});
