import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TestApi } from '../../../../test/support/test-api.js';

describe('a draft of an application', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.open();
  }, 120_000);
  afterAll(() => api.close(), 180_000);

  it('is kept sealed for its owner alone, takes its own place, and is gone after 30 days', async () => {
    const at = [{ role: 'RECORDER', organizationId: api.top }] as const;
    const [owner, other] = [await api.person(at), await api.person(at)];
    const auditor = await api.person([{ role: 'AUDITOR', organizationId: api.top }]);
    const draftId = randomUUID();
    for (const name of ['张', '张建军'])
      await owner.post('/api/application-drafts', { draftId, content: JSON.stringify({ name }) }).expect(200);
    const { body } = await owner.get('/api/application-drafts').expect(200);
    expect(body.items).toMatchObject([{ draftId, content: '{"name":"张建军"}' }]);
    expect((await other.get('/api/application-drafts').expect(200)).body).toEqual({ items: [] });
    await other.post(`/api/application-drafts/${draftId}/removal`).expect(200);
    await auditor.get('/api/application-drafts').expect(403);
    const { rows } = await api.house.mainPool.query<{ sealed: Buffer }>(
      'select sealed from registry.application_draft',
    );
    expect(rows.map(({ sealed }) => sealed.includes(Buffer.from('建军')))).toEqual([false]);
    api.clock.now += 30 * 86_400_000;
    const later = await api.personOf(owner.login);
    expect((await later.get('/api/application-drafts').expect(200)).body).toEqual({ items: [] });
    await later.post('/api/application-drafts', { draftId: randomUUID(), content: '{}' }).expect(200);
    expect((await api.house.mainPool.query('select 1 from registry.application_draft')).rowCount).toBe(1);
  }, 60_000);
});
