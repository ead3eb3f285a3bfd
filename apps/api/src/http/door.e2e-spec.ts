import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TestApi, type Person } from '../../../../test/support/test-api.js';

let api: TestApi;
let office: Person;
const unit = (): Record<string, unknown> => ({
  organizationId: randomUUID(),
  kind: 'PARTY_BRANCH',
  parentId: api.top,
  registeredOn: '2026-01-01',
  name: '示例支部',
  unitName: '示例单位',
});

const fieldsOf = (body: { faults: { field: string }[] }): string[] => body.faults.map(({ field }) => field).sort();

beforeAll(async () => {
  api = await TestApi.open();
  office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
}, 60_000);
afterAll(() => api.close(), 180_000);

describe('a request that is not right', () => {
  it('hears of every fault of every field at once, each with its field', async () => {
    const { body } = await office
      .post('/api/organizations', { ...unit(), kind: 'CLUB', registeredOn: '2026-02-30', rev: 7, approvedBy: 'me' })
      .expect(400)
      .expect('content-type', /application\/problem\+json/);
    expect(body).toMatchObject({ type: 'urn:zhice:problem:invalid', title: '提交的内容有误', status: 400 });
    expect(fieldsOf(body)).toEqual(['approvedBy', 'kind', 'registeredOn', 'rev']);
  });

  it('names the line of a list', async () => {
    const path = `/api/activities/${randomUUID()}/sessions/${randomUUID()}/attendances`;
    const attendances = [
      { volunteerId: randomUUID(), entryId: randomUUID(), startsAt: '09:00', serviceMinutes: 60 },
      { volunteerId: 'x', entryId: randomUUID(), startsAt: '25:00', serviceMinutes: 0, extra: 1 },
    ];
    const { body } = await office.post(path, { provenance: 'WITNESSED', attendances }).expect(400);
    const faults = body.faults as { field: string; message: string }[];
    expect(faults.map(({ field }) => field).sort()).toEqual(
      [
        'attendances[1].extra',
        'attendances[1].serviceMinutes',
        'attendances[1].startsAt',
        'attendances[1].volunteerId',
        'provenance',
      ].filter((field) => faults.some((fault) => fault.field === field)),
    );
    expect(faults.filter(({ message }) => message.startsWith('第 2 行'))).toHaveLength(4);
  });

  it.each([
    ['two equal keys', '{"kind":"PARTY_BRANCH","kind":"PARTY_GROUP"}', 400],
    ['two keys equal but for their writing', '{"kind":"a","\\u006bind":"b"}', 400],
    ['a byte order mark', '\ufeff{}', 400],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', 400],
    ['constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}}}', 400],
    ['21 levels', '['.repeat(21) + ']'.repeat(21), 400],
    ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000), 400],
    ['no JSON', '{"kind":', 400],
    ['a list', '[]', 400],
    ['a lone surrogate', '{"name":"\\ud800"}', 422],
    ['U+0000', '{"name":"\\u0000"}', 422],
    ['more than a mebibyte', `{"name":"${'a'.repeat(1_100_000)}"}`, 413],
  ])('%s is refused', async (_what, text, status) => {
    const { body } = await office
      .post('/api/organizations', text, 'application/json')
      .expect('content-type', /application\/problem\+json/);
    expect(body).toMatchObject({ status });
    expect(JSON.stringify(body)).not.toMatch(/at \w+|node_modules|\.ts/);
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it('takes no other content type, no other path, no unreadable URL', async () => {
    await office
      .post('/api/organizations', '<a/>', 'application/xml')
      .expect(415)
      .expect('content-type', /problem/);
    await office.post('/api/organizations', '{}', 'text/plain').expect(415);
    await office
      .get('/api/nothing-here')
      .expect(404)
      .expect('content-type', /problem/);
    await office
      .get('/api/%zz')
      .expect(400)
      .expect('content-type', /problem/);
    await office.get(`/api/${'a'.repeat(200)}`).expect(404);
  });

  it('must say the same in path and body', async () => {
    const body = { organizationId: randomUUID(), staffHeadcount: 5, countedOn: '2026-01-01' };
    const answer = await office.post(`/api/organizations/${api.top}/staff-headcounts`, body).expect(400);
    expect(answer.body.faults).toEqual([{ field: 'organizationId', message: '与网址中的编号不一致' }]);
  });
});

describe('an act', () => {
  it('given twice with the same Idempotency-Key is one act with one receipt', async () => {
    const key = randomUUID();
    const body = unit();
    const first = await office.post('/api/organizations', body).set('idempotency-key', key.toUpperCase()).expect(201);
    const second = await office.post('/api/organizations', body).set('idempotency-key', key).expect(201);
    expect(second.body).toEqual(first.body);
    expect(first.headers['idempotency-key']).toBe(key);
    expect(first.body).toMatchObject({
      stream: `organization-${body['organizationId'] as string}`,
      position: expect.stringMatching(/^\d+$/),
    });
  });

  it('without a key gets one in the answer; a key that is no UUID is refused', async () => {
    const answer = await office.post('/api/organizations', unit()).expect(201);
    expect(answer.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    const { body } = await office.post('/api/organizations', unit()).set('idempotency-key', 'mine').expect(400);
    expect(body.faults[0].field).toBe('Idempotency-Key');
  });

  it('that a rule refuses answers 409 with the name of the rule and a Chinese sentence', async () => {
    const body = { staffHeadcount: 5, countedOn: '2999-01-01' };
    const answer = await office.post(`/api/organizations/${api.top}/staff-headcounts`, body).expect(409);
    expect(answer.body).toMatchObject({
      type: 'urn:zhice:problem:refused',
      refusal: 'day_must_not_lie_ahead',
      detail: expect.stringMatching(/。$/),
    });
  });
});

describe('another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
  ])('with %j is answered %i', async (headers: Record<string, string>, status) => {
    const asked = api.anonymous().post('/api/organizations').set('cookie', office.cookie).set(headers).send(unit());
    const { body } = await asked.expect(status);
    if (status === 403) expect(body.type).toBe('urn:zhice:problem:foreign_origin');
    else expect(body.stream).toBeDefined();
  });

  it('an older browser on our own page is believed by its Origin', async () => {
    const host = 'zhice.example';
    await api
      .anonymous()
      .post('/api/organizations')
      .set({ host, origin: `https://${host}`, cookie: office.cookie })
      .send(unit())
      .expect(201);
  });
});

describe('headers', () => {
  it('forbid storing, framing, guessing of types and foreign scripts', async () => {
    const { headers } = await office.get('/api/me').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('tell when a limit is reached', async () => {
    const small = await TestApi.open({ requestsPerMinuteMax: 3 });
    try {
      for (let n = 0; n < 3; n++) await small.anonymous().get('/api/me').expect(401);
      const { headers, body } = await small
        .anonymous()
        .get('/api/me')
        .expect(429)
        .expect('content-type', /problem/);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(body.title).toBe('请求过于频繁');
    } finally {
      await small.close();
    }
  }, 60_000);
});
