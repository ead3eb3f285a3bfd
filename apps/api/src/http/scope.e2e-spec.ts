import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { roles, type Role } from '#libs/access/actor';
import { readingRoles } from '#libs/access/permissions';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../../../../test/support/test-api.js';
import { someDistrict, type District } from '../../../../test/support/test-district.js';

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly operation: Operation;
}

let api: TestApi;
let foreign: District;
let own: District;
let schemas: Readonly<Record<string, Schema>>;
let routes: readonly Route[];
const people = new Map<Role, Person>();

// What does not belong to an organization, is looked up with the code on a paper, or is the auditor's alone (audit.e2e-spec).
const elsewhere =
  /^\/(?:verify\b.*|api\/(?:verify|audit|login|logout|me|sessions|application-drafts|volunteers\/id-number-check|(?:volunteers|teams|activities)\/selection|password|setup|accounts|access-log|organization-names|top-organization|health|ready|metrics)\b.*)?$/;

beforeAll(async () => {
  api = await TestApi.open();
  const grants = (role: Role): { role: Role; organizationId: OrganizationId }[] => [{ role, organizationId: api.top }];
  const [office, leader] = [await api.person(grants('CITY_OFFICE')), await api.person(grants('TEAM_LEADER'))];
  foreign = await someDistrict(api, office, leader);
  own = await someDistrict(api, office, leader);
  for (const role of roles) {
    const organizationId = own.branch as OrganizationId;
    const grant = role === 'SYSTEM_ADMINISTRATOR' ? { role } : { role, organizationId };
    people.set(role, await api.person([grant], role === 'VOLUNTEER' ? (own.volunteer as VolunteerId) : undefined));
  }
  const { body } = await api.anonymous().get('/api/openapi.json').expect(200);
  schemas = body.components.schemas as typeof schemas;
  routes = Object.entries(body.paths as Record<string, Record<string, Operation>>)
    .filter(([path]) => !elsewhere.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method as Route['method'], path, operation })),
    );
}, 120_000);
afterAll(() => api.close(), 180_000);

const texts = ['2026-02-01', '09:00', '2026-01', 'ZJ-2013-37', '13800000000', 'STAR-2012-340', '0a'.repeat(32)];

const numbers: Readonly<Record<string, string>> = { year: '2026', ordinal: '1' };

// Nobody reviewed, certified or closed anything in this district; some records are for those who decide on them.
const notYetThere =
  /\/reviews\/|\/repetition$|\{evidenceId\}|check-in-code|\/mentions$|\{ordinal\}|attested-by|import-runs|\/bundle$|\{breachId\}|\{batchId\}\/rows|\/(?:closed-book|totals|lines|bridge)$/;

function idIn(district: District, name: string): string {
  const ids: Readonly<Record<string, string>> = {
    organizationId: district.branch,
    parentId: district.branch,
    volunteerId: district.volunteer,
    teamId: district.team,
    activityId: district.activity,
    sessionId: district.session,
    entryId: district.entry,
  };
  return ids[name] ?? randomUUID();
}

/** Something that the schema allows, with the ids of the district. */
function some(schema: Schema, name: string, district: District): unknown {
  if (schema.$ref) return some(schemas[schema.$ref.split('/').pop() ?? ''] ?? {}, name, district);
  if (schema.properties) return someObject(schema, district);
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => some(schema.items ?? {}, name, district));
  return schema.enum?.[0] ?? someValue(schema, name, district);
}

function someValue({ type, pattern, format, minimum = 1 }: Schema, name: string, district: District): unknown {
  if (type === 'integer' || type === 'number') return name === 'year' ? 2026 : minimum;
  if (type === 'boolean') return true;
  if (pattern) return texts.find((text) => new RegExp(pattern).test(text));
  if (/Ids?$/.test(name)) return idIn(district, name);
  return format === 'date' ? '2026-02-01' : '示例示例示例';
}

const someObject = ({ properties = {}, required = [] }: Schema, district: District): object =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || name === 'parentId')
      .map(([name, schema]) => [name, some(schema, name, district)]),
  );

function asked({ method, path, operation }: Route, person: Person, district: District): ReturnType<Person['get']> {
  const real = path.replace(/\{(\w+)\}/g, (_all, name: string) => numbers[name] ?? idIn(district, name));
  const needed = (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required);
  const query = new URLSearchParams(
    needed.map(({ name, schema }): [string, string] => [name, String(some(schema, name, district))]),
  );
  if (method === 'get') return person.get(`${real}?${query.toString()}`);
  return person.post(
    real,
    some(operation.requestBody?.content['application/json']?.schema ?? {}, '', district) as object,
  );
}

describe('somebody with a role in one branch', () => {
  it.each(roles)(
    '%s gets nothing of another branch, by any route that names its ids',
    async (role) => {
      const person = people.get(role)!;
      const wrong: string[] = [];
      for (const route of routes.filter(({ path, method }) => method === 'post' || path.includes('Id}'))) {
        const { status } = await asked(route, person, foreign);
        const isShut = status === 404 || (status === 403 && (route.method === 'post' || !readingRoles.includes(role)));
        if (!isShut) wrong.push(`${route.method} ${route.path}: ${status}`);
      }
      expect(wrong).toEqual([]);
      expect(routes.length).toBeGreaterThan(70);
    },
    120_000,
  );

  it.each(readingRoles)(
    '%s reads the lists of the own branch, and nobody of another one stands on them',
    async (role) => {
      const person = people.get(role)!;
      const wrong: string[] = [];
      for (const route of routes.filter(({ path, method }) => method === 'get' && !path.includes('Id}'))) {
        const { status, text } = await asked(route, person, own);
        if (status !== 200 || Object.values(foreign).some((id: string) => text.includes(id)))
          wrong.push(`${route.path}: ${status}`);
        if (!(route.operation.parameters ?? []).some(({ name }) => name === 'within')) continue;
        const within = await person.get(
          `${asked(route, person, own).url.replace(/^.*?\/api/, '/api')}&within=${foreign.branch}`,
        );
        if (within.status !== 404) wrong.push(`${route.path} within: ${within.status}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(readingRoles)(
    '%s reads every record of the own branch',
    async (role) => {
      const person = people.get(role)!;
      const wrong: string[] = [];
      for (const route of routes.filter(
        ({ path, method }) => method === 'get' && path.includes('Id}') && !notYetThere.test(path),
      )) {
        const { status } = await asked(route, person, own);
        if (status !== 200) wrong.push(`${route.path}: ${status}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

describe('a volunteer', () => {
  it('reads the own record, years and history, and no list', async () => {
    const person = people.get('VOLUNTEER')!;
    for (const path of [
      '',
      '/history',
      '/years/2026',
      '/years/2026/entries',
      '/stars',
      '/stars/years',
      '/stars/entries',
    ])
      await person.get(`/api/volunteers/${own.volunteer}${path}`).expect(200);
    for (const path of ['/api/volunteers', '/api/organizations', '/api/activities', '/api/years/2026/volunteers'])
      await person.get(path).expect(403);
  }, 60_000);
});

const onPaperOrTyped = /annex|reviews|certificate|activities|record-book/;

describe('personal data', () => {
  it('never stands in a window; the print shows telephones to an office that says what for, and masks them to others', async () => {
    const office = people.get('UNIT_OFFICE')!;
    for (const route of routes.filter(
      ({ method, path }) => method === 'get' && !path.includes('annex') && !path.includes('/reviews/'),
    )) {
      const { text } = await asked(route, office, own);
      expect([route.path, text.includes('13800000001')]).toEqual([route.path, false]);
    }
    const print = `/api/organizations/${own.branch}/annex-2?formDate=2026-06-01`;
    expect((await office.get(print).expect(200)).text).not.toContain('13800000001');
    const purposeless = await office.get(`${print}&contacts=open`).expect(400);
    expect(purposeless.text).toContain('完整显示电话须说明用途');
    const open = `${print}&contacts=open&purpose=HAND_IN`;
    expect((await office.get(open).expect(200)).text).toContain('13800000001');
    const masked = await people.get('RECORDER')!.get(open).expect(200);
    expect(masked.text).not.toContain('13800000001');
    expect(masked.body.entries).toHaveLength(1);
  }, 120_000);

  it('is shown in clear for a purpose only, and the person and the auditor read who looked', async () => {
    const [office, recorder, auditor] = [people.get('UNIT_OFFICE')!, people.get('RECORDER')!, people.get('AUDITOR')!];
    const at = `/api/volunteers/${own.volunteer}`;
    const without = await office.post(`${at}/personal-data`, { groups: ['contact'] }).expect(400);
    expect(without.text).toContain('用途');
    await recorder.post(`${at}/personal-data`, { purpose: 'CONTACT', groups: ['contact'] }).expect(403);
    const shown = await office.post(`${at}/personal-data`, { purpose: 'CONTACT', groups: ['contact'] }).expect(200);
    expect(shown.body.fields.mobiles).toEqual(['13800000001']);
    const seen = await people.get('VOLUNTEER')!.get(`${at}/disclosures?limit=1`).expect(200);
    expect(seen.body.items).toMatchObject([{ purpose: 'CONTACT', means: 'PERSONAL_DATA', groups: ['contact'] }]);
    const older = await people.get('VOLUNTEER')!.get(`${at}/disclosures?before=${seen.body.items[0].n}`).expect(200);
    expect(older.body.items).toContainEqual(expect.objectContaining({ means: 'ANNEX_2' }));
    expect((await auditor.get('/api/disclosures').expect(200)).body.items.length).toBeGreaterThan(1);
    expect((await auditor.get('/api/exports').expect(200)).body.items).toMatchObject([
      { means: 'ANNEX_2', purpose: 'HAND_IN', receiver: 'HIGHER_ORGANIZATION', people: 1 },
    ]);
  }, 60_000);

  it('is kept and not shown while it is restricted, until another person releases it', async () => {
    const [office, approver] = [people.get('UNIT_OFFICE')!, people.get('APPROVER')!];
    const at = `/api/volunteers/${own.volunteer}`;
    const ask = async (answer: string): Promise<void> => {
      const requestId = randomUUID();
      const request = { requestId, answer, basis: 'DISPUTED', groups: [] };
      await office.post(`${at}/privacy-requests`, request).expect(201);
      const alone = await office.post(`${at}/privacy-requests/approval`, { requestId }).expect(409);
      expect(alone.body.refusal).toBe('privacy_request_is_approved_by_another_person');
      await approver.post(`${at}/privacy-requests/approval`, { requestId }).expect(201);
    };
    const open = { purpose: 'CONTACT', groups: ['contact'] };
    const nameFor = async (person: Person): Promise<string> => {
      const { body } = await person.get(`/api/volunteers?within=${own.branch}`).expect(200);
      const { items } = body as { items: { volunteerId: string; name: string }[] };
      return items.find(({ volunteerId }) => volunteerId === own.volunteer)!.name;
    };
    const auditor = people.get('AUDITOR')!;
    const name = await nameFor(auditor);
    await ask('RESTRICT');
    expect([await nameFor(auditor), await nameFor(people.get('RECORDER')!)]).toEqual(['已限制', '已限制']);
    // Forms on paper stay as the rules want them, and what somebody typed into an activity is not about this person.
    for (const route of routes.filter(({ method, path }) => method === 'get' && !onPaperOrTyped.test(path)))
      expect([route.path, (await asked(route, auditor, own)).text.includes(name)]).toEqual([route.path, false]);
    // Who decides has to know on whom, and people know themselves.
    expect(await nameFor(approver)).toBe(name);
    expect((await people.get('VOLUNTEER')!.get(at).expect(200)).text).toContain(name);
    expect((await office.post(`${at}/personal-data`, open).expect(403)).text).toContain('限制处理');
    const print = `/api/organizations/${own.branch}/annex-2?formDate=2026-06-01&contacts=open&purpose=HAND_IN`;
    expect((await office.get(print).expect(200)).text).not.toContain('13800000001');
    await ask('RELEASE');
    expect(await nameFor(auditor)).toBe(name);
    await office.post(`${at}/personal-data`, open).expect(200);
    const told = await people.get('VOLUNTEER')!.get(`${at}/privacy-requests`).expect(200);
    expect(told.body.items).toMatchObject([{ status: 'COMPLETED' }, { status: 'COMPLETED' }]);
  }, 60_000);
});
