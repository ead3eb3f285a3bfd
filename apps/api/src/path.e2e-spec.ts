import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type Person } from '../../../test/support/test-api.js';
import { someDistrict, type District } from '../../../test/support/test-district.js';

let api: TestApi;
let office: Person;
let leader: Person;
let id: District;

const fieldsOf = (body: { faults: { field: string }[] }): string[] => body.faults.map(({ field }) => field).sort();

beforeAll(async () => {
  api = await TestApi.open();
  office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
  leader = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
  id = await someDistrict(api, office, leader);
}, 120_000);
afterAll(() => api.close(), 180_000);

describe('from the application to the review, by HTTP alone', () => {
  it('every figure stands beside the entries that make it up', async () => {
    const year = await office.get(`/api/volunteers/${id.volunteer}/years/2026`).expect(200);
    expect(year.body).toMatchObject({ serviceMinutes: 150, activities: 1, targetMinutes: 1440, missingMinutes: 1290 });
    const entries = await office.get(`/api/volunteers/${id.volunteer}/years/2026/entries`).expect(200);
    const sum = (items: { countedMinutes: number }[]): number =>
      items.reduce((all, { countedMinutes }) => all + countedMinutes, 0);
    expect(sum(entries.body.items)).toBe(150);
    const attendances = await office.get(`/api/activities/${id.activity}/attendances`).expect(200);
    expect(sum(attendances.body.items)).toBe(150);
    const months = await office.get('/api/years/2026/minutes-by-month').expect(200);
    expect(months.body.items).toEqual([{ month: 6, serviceMinutes: 150, entries: 1 }]);
    const team = await office.get(`/api/teams/${id.team}/years/2026`).expect(200);
    expect(team.body).toMatchObject({ members: 1, serviceMinutes: 150 });
  }, 60_000);

  it('lists are paged, sorted and filtered by what the API document allows, and by nothing else', async () => {
    const list = await office
      .get('/api/volunteers?sort=name&descending=true&page=1&pageSize=1&status=ENROLLED')
      .expect(200);
    expect(list.body).toMatchObject({
      total: 1,
      page: 1,
      pageSize: 1,
      items: [{ volunteerId: id.volunteer, name: '丁𠮷安' }],
    });
    const query = 'sort=password_hash&page=0&pageSize=201&status=x&secret=1&descending=yes&page=2';
    const { body } = await office.get(`/api/volunteers?${query}`).expect(400);
    expect(fieldsOf(body)).toEqual(['descending', 'page', 'pageSize', 'secret', 'sort', 'status']);
  }, 60_000);

  it('a figure asked with the position of the receipt has seen the act; a position that is not there is refused', async () => {
    const path = `/api/organizations/${id.branch}/staff-headcounts`;
    const { body } = await office.post(path, { staffHeadcount: 91, countedOn: '2026-06-01' }).expect(201);
    const seen = await office.get(`/api/organizations/${id.branch}?seen=${body.position}`).expect(200);
    expect(seen.body).toMatchObject({ headcount: { staffHeadcount: 91 } });
    expect(seen.body.stale).toBeUndefined();
    for (const position of ['999999999', 'abc', '%27'])
      await office.get(`/api/organizations?seen=${position}`).expect(400);
  }, 60_000);

  it('a window that stands still says so', async () => {
    await api.house.engine.stop();
    const { body } = await office
      .post(`/api/organizations/${id.branch}/staff-headcounts`, { staffHeadcount: 92, countedOn: '2026-06-02' })
      .expect(201);
    expect((await office.get(`/api/organizations?seen=${body.position}`).expect(200)).body).toMatchObject({
      stale: true,
      total: 2,
    });
    api.house.engine.start();
    await api.settled();
  }, 60_000);

  it('nobody attests what they recorded, and a wrong conclusion is refused by the name of its rule', async () => {
    const prepared = await office.post(`/api/reviews/volunteers/${id.volunteer}/2026/preparation`).expect(201);
    const path = `/api/reviews/volunteers/${id.volunteer}/2026/confirmation`;
    const { body } = await office.post(path, { conclusion: 'TARGET_MET' }).expect(409);
    expect(body).toMatchObject({
      refusal: 'target_is_met_only_when_reached',
      detail: expect.stringMatching(/\p{Script=Han}.*。$/u),
    });
    const confirmed = await office.post(path, { conclusion: 'TARGET_NOT_MET' }).expect(201);
    expect(Number(confirmed.body.position)).toBeGreaterThan(Number(prepared.body.position));
    const review = await office
      .get(`/api/reviews/volunteers/${id.volunteer}/2026?seen=${confirmed.body.position}`)
      .expect(200);
    expect(review.body).toMatchObject({ conclusion: 'TARGET_NOT_MET', serviceMinutes: 150 });
  }, 60_000);

  it('the history replays everything about the person, with the ID number masked and contacts closed', async () => {
    const { body } = await office.get(`/api/volunteers/${id.volunteer}/history`).expect(200);
    const types = (body.items as { type: string }[]).map(({ type }) => type);
    const names = body.names as Record<string, string>;
    const [{ by, org }] = body.items as [{ by: string; org: string }];
    expect([names[by], names[org], names[id.volunteer]]).toEqual([expect.any(String), expect.any(String), undefined]);
    expect(types).toEqual(
      expect.arrayContaining(['ApplicationSubmitted', 'VolunteerEnrolled', 'ServiceHoursCredited']),
    );
    expect(body.totals).toMatchObject({ serviceMinutes: 150 });
    expect(JSON.stringify(body)).not.toContain('13800000001');
  }, 60_000);

  it('a reversal takes the minutes back and leaves the entry readable', async () => {
    const path = `/api/hours/${id.volunteer}/2026/${id.entry}/reversal`;
    const { body } = await office.post(path, { reasonCode: 'RECORDING_ERROR', reason: '登记有误' }).expect(201);
    const year = `/api/volunteers/${id.volunteer}/years/2026`;
    expect((await office.get(`${year}?seen=${body.position}`).expect(200)).body).toMatchObject({ serviceMinutes: 0 });
    const { items } = (await office.get(`${year}/entries`).expect(200)).body;
    expect(items).toMatchObject([{ entryId: id.entry, state: 'reversed', serviceMinutes: 150, countedMinutes: 0 }]);
  }, 60_000);

  it('Annexes 2 to 4 come as data and as a print that loads nothing and runs nothing', async () => {
    for (const [annex, title] of [
      ['annex-2', '花名册'],
      ['annex-3', '登记表'],
      ['annex-4', '汇总表'],
    ] as const) {
      const path = `/api/organizations/${annex === 'annex-4' ? api.top : id.branch}/${annex}?formDate=2026-06-30`;
      const json = await office.get(path).expect(200);
      expect(json.body).toMatchObject({
        form: annex,
        filledOn: '2026-06-30',
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      const html = await office.get(`${path}&format=html&copy=2`).expect(200).expect('content-type', /html/);
      expect(html.text).toContain(title);
      expect(html.text).toContain(json.body.contentHash as string);
      expect(html.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    }
    await office.get(`/api/organizations/${id.branch}/annex-2`).expect(400);
  }, 60_000);
});

describe('the machine', () => {
  it('says how it is doing to itself and to auditors, to a stranger only whether it lives', async () => {
    const { body } = await api.anonymous().get('/api/health').expect(200);
    expect(body).toMatchObject({ status: 'up', live: true, database: 'up', refusedReactions: 0 });
    expect(body.projections.length).toBeGreaterThan(5);
    const stranger = await api.anonymous().get('/api/health').set('x-forwarded-for', '203.0.113.7').expect(200);
    expect(stranger.body).toEqual({ status: 'up' });
    await api.anonymous().get('/api/ready').expect(200);
  }, 60_000);

  it('counts requests by route pattern, commands and lag, for itself, auditors and administrators', async () => {
    const { text } = await api.anonymous().get('/api/metrics').expect(200);
    expect(text).toContain('route="/api/volunteers/:volunteerId/years/:year"');
    expect(text).toContain('zhice_command_seconds_count{command="SubmitApplication"} 1');
    expect(text).toContain('zhice_projection_lag_entries{projection="volunteer-year"} 0');
    expect(text).toContain('process_cpu_user_seconds_total');
    expect(text).not.toContain(id.volunteer);
    await api.anonymous().get('/api/metrics').set('x-forwarded-for', '203.0.113.7').expect(403);
    const auditor = await api.person([{ role: 'AUDITOR', organizationId: api.top }]);
    await auditor.get('/api/metrics').set('x-forwarded-for', '203.0.113.7').expect(200);
  }, 60_000);

  it('logs route patterns, request ids and no personal data', async () => {
    const { headers } = await office.get(`/api/volunteers/${id.volunteer}`).expect(200);
    const lines = api.lines.map((line) => JSON.parse(line) as { requestId?: string; route?: string });
    expect(lines.find(({ requestId }) => requestId === headers['x-request-id'])).toMatchObject({
      route: '/api/volunteers/:volunteerId',
      status: 200,
    });
    expect(api.lines.join('')).not.toMatch(new RegExp(`${id.volunteer}|丁|13800000001`));
  }, 60_000);

  it('shows its API: shapes from the rules that check them, described in Chinese, readable with its own scripts only', async () => {
    const { body } = await api.anonymous().get('/api/openapi.json').expect(200);
    const schema = body.components.schemas.RecordAttendance;
    expect([...(schema.required as string[])].sort()).toEqual(['attendances', 'provenance']);
    expect(schema.properties.attendances).toMatchObject({
      type: 'array',
      minItems: 1,
      maxItems: 200,
      items: { $ref: '#/components/schemas/AttendanceLine' },
    });
    expect(body.components.schemas.AttendanceLine.properties.serviceMinutes).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 1440,
      description: expect.stringContaining('分钟'),
    });
    expect(body.components.schemas.SubmitApplication.properties.consents).toMatchObject({
      type: 'array',
      items: { enum: expect.arrayContaining(['REGISTRATION']) },
    });
    const refs = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(refs.filter((name) => !(name in body.components.schemas))).toEqual([]);
    const docs = await api.anonymous().get('/api/docs').expect(200).expect('content-type', /html/);
    expect(docs.headers['content-security-policy']).toContain("script-src 'self'");
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
      await api.anonymous().get(`/api/docs/${file}`).expect(200);
    await api.anonymous().get('/api/docs/package.json').expect(404);
    expect((await api.anonymous().get('/').expect(200).expect('content-type', /html/)).text).toContain('运行正常');
  }, 60_000);
});
