import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { roles, type Role } from '#libs/access/actor';
import { openSealing } from '#libs/house/sealing';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { verifyFiles } from '#libs/verifying/verify-files';
import { TestApi, type Person } from '../../../../test/support/test-api.js';
import { someDistrict, type District } from '../../../../test/support/test-district.js';

let api: TestApi;
let foreign: District;
let own: District;
let logKeys: readonly string[];
const people = new Map<Role, Person>();
let auditor: Person;

beforeAll(async () => {
  api = await TestApi.open();
  const at = (role: Role) => api.person([{ role, organizationId: api.top }]);
  const [office, leader] = [await at('CITY_OFFICE'), await at('TEAM_LEADER')];
  foreign = await someDistrict(api, office, leader);
  own = await someDistrict(api, office, leader);
  const organizationId = own.branch as OrganizationId;
  for (const role of roles)
    people.set(
      role,
      await api.person(
        [role === 'SYSTEM_ADMINISTRATOR' ? { role } : { role, organizationId }],
        role === 'VOLUNTEER' ? (own.volunteer as VolunteerId) : undefined,
      ),
    );
  auditor = people.get('AUDITOR')!;
  const sealing = openSealing(api.house, {
    dataDir: api.dataDir,
    env: {},
    onError: (error) => {
      throw error;
    },
  });
  await sealing.checkpointer.checkpoint({ whole: true });
  logKeys = await sealing.logKeys();
}, 180_000);
afterAll(() => api.close(), 180_000);

interface Read {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next?: string | null;
}
const read = async (path: string): Promise<Read> => (await auditor.get(`/api/audit/${path}`).expect(200)).body as Read;
const entriesOf = async (query: string): Promise<Read['items']> => (await read(`entries?${query}`)).items;

const routes = (district: District): readonly string[] => [
  `entries?subjectId=${district.volunteer}`,
  `entries?subjectId=${district.team}`,
  'scan?limit=200',
  `stream?stream=volunteer-${district.volunteer}`,
  'checkpoints',
  'refused',
  'verification',
  `bundles/${district.volunteer}`,
];

describe('what only auditors read', () => {
  it.each(roles.filter((role) => role !== 'AUDITOR'))(
    'is shut to %s',
    async (role) => {
      for (const route of routes(own)) await people.get(role)!.get(`/api/audit/${route}`).expect(403);
    },
    60_000,
  );

  it('is of the own organizations alone', async () => {
    expect(await entriesOf(`subjectId=${foreign.volunteer}`)).toEqual([]);
    expect(await entriesOf(`subjectId=${foreign.team}`)).toEqual([]);
    await auditor.get(`/api/audit/stream?stream=volunteer-${foreign.volunteer}`).expect(404);
    await auditor.get(`/api/audit/bundles/${foreign.volunteer}`).expect(404);
    const { text } = await auditor.get('/api/audit/scan?limit=200').expect(200);
    for (const id of Object.values(foreign) as string[]) expect(text).not.toContain(id);
    expect(text).toContain(own.volunteer);
  }, 60_000);
});

describe('an entry', () => {
  it('is found by its person, position and id, and opens no personal field', async () => {
    const found = await entriesOf(`subjectId=${own.volunteer}`);
    const types = found.map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['ApplicationSubmitted', 'VolunteerEnrolled', 'ServiceHoursCredited']),
    );
    expect(JSON.stringify(found)).not.toMatch(/丁|13800000001/);
    const one = found.find(({ type }) => type === 'ApplicationSubmitted')!;
    expect(one['closed']).toContain('identity');
    expect(await entriesOf(`position=${one['position'] as string}`)).toEqual([one]);
    expect(await entriesOf(`eventId=${one['eventId'] as string}`)).toEqual([one]);
    expect(await entriesOf(`eventId=${randomUUID()}`)).toEqual([]);
  }, 60_000);

  it('is found before it is sealed', async () => {
    const office = people.get('UNIT_OFFICE')!;
    const { body } = await office
      .post(`/api/organizations/${own.branch}/names`, {
        name: '改名的党支部',
        unitName: '示例中心',
        renamedOn: '2026-07-01',
      })
      .expect(201);
    expect(await entriesOf(`position=${body.position as string}`)).toMatchObject([
      { type: 'PartyOrganizationRenamed' },
    ]);
  }, 60_000);

  it('is sieved out of the log by type, operator and day, from the end backwards', async () => {
    const scan = (query: string): Promise<Read> => read(`scan?${query}`);
    const { items } = await scan('type=VolunteerEnrolled');
    expect(items).toMatchObject([{ type: 'VolunteerEnrolled', byName: '测试账号' }]);
    const by = await scan(`by=${items[0]?.['by'] as string}&limit=3`);
    expect(by.items).toHaveLength(3);
    const on = await scan(`by=${items[0]?.['by'] as string}&before=${by.next as string}`);
    expect(on.items.length).toBeGreaterThan(3);
    expect((await scan('since=2026-07-02')).items).toEqual([]);
    expect((await scan('until=2026-06-30')).items).toEqual([]);
    expect((await scan('since=2026-07-01&until=2026-07-01')).items.length).toBeGreaterThan(5);
  }, 60_000);
});

describe('a replayed stream', () => {
  it('holds from its first entry to its last, each with its leaf', async () => {
    const found = await read(`stream?stream=volunteer-${own.volunteer}`);
    expect(found).toMatchObject({ faultCount: 0, stream: `volunteer-${own.volunteer}` });
    expect(found.items.map((one) => one['revision'])).toEqual(found.items.map((_one, i) => i));
    expect(found.items.every((one) => one['n'] !== null)).toBe(true);
    expect((await auditor.get('/api/audit/stream?stream=sys-keys').expect(200)).body.faultCount).toBe(0);
  }, 60_000);

  it('tells which entry was changed in the database', async () => {
    const stream = `team-${own.team}`;
    const client = await api.house.mainPool.connect();
    try {
      await client.query('set role none; set session_replication_role = replica');
      const { rows } = await client.query<{ position: string; entry: string }>(
        `select position, entry from ledger.entry where stream = $1 and type = 'TeamEstablished'`,
        [stream],
      );
      const [{ position, entry } = { position: '', entry: '' }] = rows;
      const put = (text: string) =>
        client.query('update ledger.entry set entry = $2 where position = $1', [position, text]);
      await put(entry.replace('2026-01-08', '2026-01-07'));
      const { items } = await read(`stream?stream=${stream}`);
      expect(items.find((one) => one['type'] === 'TeamEstablished')?.['faults']).toContain('WRITER_SIG');
      await put(entry);
      expect((await auditor.get(`/api/audit/stream?stream=${stream}`).expect(200)).body.faultCount).toBe(0);
    } finally {
      client.release(true);
    }
  }, 60_000);
});

describe('proof', () => {
  it('shows the checkpoints, and verifies the whole log line by line', async () => {
    const { body } = await auditor.get('/api/audit/checkpoints').expect(200);
    expect(body.items[0]).toMatchObject({
      witnesses: [],
      rootGroups: expect.stringMatching(/^(?:[0-9a-f]{4} ?){16}$/),
    });
    expect(body.quarantined).toEqual([]);
    const { body: text } = await auditor.get('/api/audit/verification').expect(200).buffer(true).parse(asText);
    const said = (text as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said[0]).toEqual({ entries: 0, total: body.sealed });
    expect(said.at(-1)).toMatchObject({ report: { faultCount: 0, size: body.sealed } });
  }, 120_000);

  it('gives a bundle that holds elsewhere, and notes that it was taken', async () => {
    const { body: text } = await auditor
      .get(`/api/audit/bundles/${own.volunteer}`)
      .expect(200)
      .buffer(true)
      .parse(asText);
    const policy = `${logKeys.map((key) => `log ${key}\n`).join('')}quorum none\n`;
    const told = await verifyFiles({ policy, subject: text as string, held: [], now: 1_800_000_000, days: undefined });
    expect(told.code).toBe(0);
    const { rows } = await api.house.mainPool.query(
      `select by_account, details from access.access_log where act = 'bundle_taken'`,
    );
    expect(rows).toEqual([{ by_account: auditor.accountId, details: { volunteerId: own.volunteer } }]);
    // And whoever it is about has the own, from the own page; nobody else has it there.
    const volunteer = people.get('VOLUNTEER')!;
    const { body: taken } = await volunteer
      .get(`/api/volunteers/${own.volunteer}/bundle`)
      .expect(200)
      .buffer(true)
      .parse(asText);
    const again = await verifyFiles({
      policy,
      subject: taken as string,
      held: [],
      now: 1_800_000_000,
      days: undefined,
    });
    expect(again.code).toBe(0);
    await auditor.get(`/api/volunteers/${own.volunteer}/bundle`).expect(403);
    await volunteer.get(`/api/volunteers/${foreign.volunteer}/bundle`).expect(404);
    // Anybody has the page: it holds nothing of anybody, and who verifies need not be known here.
    const page = await api.anonymous().get('/api/audit/verifier-page').expect(200);
    expect(page.headers['content-disposition']).toContain('attachment');
    expect(page.headers['x-content-sha256']).toMatch(/^[0-9a-f]{64}$/);
  }, 120_000);
});

describe('self-dealing', () => {
  it('is refused, and the auditor of that organization reads who tried', async () => {
    const recorder = people.get('TEAM_LEADER')!;
    const sessionId = randomUUID();
    const at = `/api/activities/${own.activity}/sessions`;
    await recorder.post(at, { sessionId, heldOn: '2026-06-30', startsAt: '14:00', endsAt: '15:00' }).expect(201);
    const attendance = {
      ...{ volunteerId: own.volunteer, entryId: randomUUID(), teamId: own.team },
      ...{ startsAt: '14:00', serviceMinutes: 60 },
    };
    await recorder
      .post(`${at}/${sessionId}/attendances`, { provenance: 'WITNESSED', attendances: [attendance] })
      .expect(201);
    await recorder.post(`${at}/${sessionId}/attestation`, {}).expect(409);
    const { body } = await auditor.get('/api/audit/refused?act=self_dealing_refused').expect(200);
    expect(body.items).toMatchObject([
      {
        byAccount: recorder.accountId,
        details: { command: 'AttestAttendance', rule: 'recorder_and_attester_must_differ', organizationId: own.branch },
        because: expect.stringContaining('。'),
      },
    ]);
    const elsewhere = await api.person([{ role: 'AUDITOR', organizationId: foreign.branch as OrganizationId }]);
    expect((await elsewhere.get('/api/audit/refused').expect(200)).body.items).toEqual([]);
  }, 60_000);
});

/** Whatever the content type is: the text as it came. */
function asText(response: object, done: (error: Error | null, text: string) => void): void {
  const stream = response as NodeJS.ReadableStream;
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => (text += chunk));
  stream.on('end', () => done(null, text));
}
