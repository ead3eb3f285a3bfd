import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '#libs/access/accounts';
import { Setup } from '#libs/access/setup';
import { TestApi, testPassword, type Person } from '../../../../test/support/test-api.js';

const minute = 60_000;
let api: TestApi;
let administrator: Person;

beforeAll(async () => {
  api = await TestApi.open();
}, 60_000);
afterAll(() => api.close(), 180_000);

describe('the first start', () => {
  it('prints a link that works once and makes the first administrator, who is no longer asked for', async () => {
    const token = await new Setup(api.house.main).issueToken();
    const page = await api.anonymous().get(`/setup?token=${token}`).expect(200).expect('content-type', /html/);
    expect(page.text).toContain('首次设置');
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
    await api.anonymous().get('/setup?token=guessed').expect(404);
    const asked = { token, login: 'root', displayName: '管理员', password: testPassword };
    await api
      .anonymous()
      .post('/api/setup')
      .send({ ...asked, password: '短' })
      .expect(409);
    await api
      .anonymous()
      .post('/api/setup')
      .send({ ...asked, token: 'guessed' })
      .expect(409);
    await api
      .anonymous()
      .post('/api/setup')
      .send({ ...asked, organizationName: '只有名称' })
      .expect(400);
    await api.anonymous().post('/api/setup').send(asked).expect(200);
    const { body } = await api
      .anonymous()
      .post('/api/setup')
      .send({ ...asked, login: 'second' })
      .expect(409);
    expect(body.refusal).toBe('setup_token_must_be_valid');
    expect(await new Setup(api.house.main).issueToken()).toBeUndefined();
    administrator = await api.personOf('root');
  }, 30_000);
});

describe('a session', () => {
  it('lives in a cookie that scripts and other sites do not get', async () => {
    const { headers } = await api
      .anonymous()
      .post('/api/login')
      .send({ login: 'root', password: testPassword })
      .expect(200);
    expect(headers['set-cookie']?.[0]).toMatch(/^zhice_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('is not there without a cookie, with a made-up one, after logout and after 30 idle minutes', async () => {
    await api
      .anonymous()
      .get('/api/me')
      .expect(401)
      .expect('content-type', /problem/);
    await api.anonymous().get('/api/me').set('cookie', 'zhice_session=made-up').expect(401);
    const person = await api.person([]);
    await person.get('/api/me').expect(200);
    await person.post('/api/logout').expect(200);
    await person.get('/api/me').expect(401);
    const idle = await api.person([]);
    api.clock.now += 30 * minute;
    await idle.get('/api/me').expect(401);
    administrator.cookie = await api.signIn('root');
  }, 30_000);

  it('is listed to its owner alone and ends everywhere at once', async () => {
    const person = await api.person([]);
    const elsewhere = await api.personOf(person.login);
    const { body } = await person.get('/api/sessions').expect(200);
    const { items } = body as { items: readonly { isThis: boolean }[] };
    expect(items.map(({ isThis }) => isThis).toSorted()).toEqual([false, true]);
    expect(JSON.stringify(body)).not.toContain(person.accountId);
    const stranger = await api.person([]);
    await person.post('/api/sessions/closure').expect(200);
    await person.get('/api/me').expect(401);
    await elsewhere.get('/api/me').expect(401);
    await stranger.get('/api/me').expect(200);
  }, 30_000);

  it('ends when the account is disabled and follows a change of roles at once', async () => {
    const person = await api.person([]);
    const grant = { role: 'AUDITOR', organizationId: api.top };
    await person.get('/api/organizations').expect(403);
    await administrator.post(`/api/accounts/${person.accountId}/grants`, grant).expect(200);
    await person.get('/api/organizations').expect(200);
    await administrator.post(`/api/accounts/${person.accountId}/grant-revocations`, grant).expect(200);
    await person.get('/api/organizations').expect(403);
    await administrator.post(`/api/accounts/${person.accountId}/disablement`).expect(200);
    await person.get('/api/me').expect(401);
    await api.anonymous().post('/api/login').send({ login: person.login, password: testPassword }).expect(401);
  }, 30_000);
});

describe('the system administrator', () => {
  it('creates accounts whose owner must first choose another password', async () => {
    const asked = {
      login: 'clerk',
      displayName: '张三',
      password: '由管理员临时设置的密码一',
      grants: [{ role: 'RECORDER', organizationId: api.top }],
    };
    const { body } = await administrator.post('/api/accounts', asked).expect(200);
    const clerk = await api.personOf('clerk', asked.password);
    expect(clerk.accountId).toBe(body.accountId);
    expect((await clerk.get('/api/organizations').expect(403)).body.type).toBe(
      'urn:zhice:problem:password_must_change',
    );
    await clerk.post('/api/password', { password: asked.password, newPassword: testPassword }).expect(200);
    await clerk.get('/api/me').expect(401);
    await (await api.personOf('clerk')).get('/api/organizations').expect(200);
  }, 30_000);

  it('reads no ledger, only names of organizations, and cannot give himself a role', async () => {
    await api.settled();
    for (const path of ['/api/organizations', '/api/volunteers', '/api/activities', '/api/years/2026/entries'])
      await administrator.get(path).expect(403);
    const { body } = await administrator.get('/api/organization-names').expect(200);
    expect(body.items).toEqual([{ organizationId: api.top, name: '示例市委组织部', parentId: null }]);
    const own = await administrator
      .post(`/api/accounts/${administrator.accountId}/grants`, { role: 'CITY_OFFICE', organizationId: api.top })
      .expect(409);
    expect(own.body.refusal).toBe('nobody_grants_to_themselves');
  }, 30_000);

  it('is the only one who sees accounts and their log', async () => {
    const office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    for (const path of ['/api/accounts', '/api/access-log', '/api/organization-names'])
      await office.get(path).expect(403);
    await office
      .post('/api/accounts', { login: 'x1', displayName: '李四', password: testPassword, grants: [] })
      .expect(403);
    const { body } = await administrator.get('/api/access-log?limit=500').expect(200);
    const acts = new Set((body.items as { act: string }[]).map(({ act }) => act));
    expect([...acts]).toEqual(
      expect.arrayContaining([
        'set_up',
        'account_created',
        'role_granted',
        'role_revoked',
        'account_disabled',
        'signed_in',
        'signed_out',
        'password_changed',
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/张三|root|clerk|春天/);
  }, 30_000);
});

describe('guessing', () => {
  it('is slowed after five failures a minute, the same for a login that does not exist', async () => {
    await new Accounts(api.house.main).create({ login: 'victim', displayName: '王五', password: testPassword });
    for (const login of ['victim', 'nobody']) {
      for (let n = 0; n < 5; n++)
        await api.anonymous().post('/api/login').send({ login, password: '猜一个密码猜一个密码' }).expect(401);
      const { headers, body } = await api
        .anonymous()
        .post('/api/login')
        .send({ login, password: testPassword })
        .expect(429);
      expect(headers['retry-after']).toBe('60');
      expect(body.type).toBe('urn:zhice:problem:too_many_requests');
    }
    api.clock.now += minute;
    await api.anonymous().post('/api/login').send({ login: 'victim', password: testPassword }).expect(200);
  }, 30_000);
});
