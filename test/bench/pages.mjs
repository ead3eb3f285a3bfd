/* global fetch, setTimeout, URLSearchParams, performance */
// How long every list page of a running product takes, over HTTP:
//   node test/bench/pages.mjs --base http://127.0.0.1:3000 --login demo-city --password … --year 2025
// Of the signed-in account's own organization, or that of `--within`. Takes the routes from the product's own API document, the ids from its own lists. Prints a table, slowest first, and ends
// with 1 when a page's median is over `--limit`. The first line is a request that asks for nothing but the session: what
// the machine and the connection take in the same run.
import { parseArgs } from 'node:util';
import os from 'node:os';

const { values: given } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:3000' },
    login: { type: 'string' },
    password: { type: 'string' },
    within: { type: 'string' },
    year: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    limit: { type: 'string', default: '200' },
  },
});
const limitMs = Number(given.limit);
const rounds = Number(given.rounds);

const signedIn = await fetch(`${given.base}/api/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: given.base },
  body: JSON.stringify({ login: given.login, password: given.password }),
});
if (!signedIn.ok) throw new Error(`login: ${signedIn.status} ${await signedIn.text()}`);
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');

/** Waits where the product asks for it: more requests a minute than it takes from one account. */
async function get(path) {
  for (;;) {
    const response = await fetch(given.base + path, { headers: { cookie } });
    if (response.status !== 429) return response;
    await response.arrayBuffer();
    await new Promise((done) => setTimeout(done, 1000 * Number(response.headers.get('retry-after') ?? 5)));
  }
}
const read = async (path) => {
  const response = await get(path);
  return response.ok ? response.json() : undefined;
};
const firstOf = async (path) => (await read(path))?.items?.[0];

given.within ??= (await read('/api/me')).grants[0].organizationId;
const volunteer = await firstOf(`/api/volunteers?within=${given.within}&pageSize=1`);
const team = await firstOf(`/api/years/${given.year}/teams?within=${given.within}&pageSize=1`);
const activity = await firstOf(`/api/activities?within=${given.within}&year=${given.year}&pageSize=1`);
const entry = await firstOf(`/api/years/${given.year}/entries?within=${given.within}&pageSize=1`);
const session = (await read(`/api/activities/${activity?.activityId}`))?.held?.[0];
const ids = {
  organizationId: given.within,
  volunteerId: volunteer?.volunteerId,
  teamId: team?.teamId,
  activityId: activity?.activityId,
  sessionId: session?.sessionId,
  accountId: entry?.attestedBy,
  year: given.year,
};

const document = await read('/api/openapi.json');
const schemas = document.components.schemas;
const whole = (schema) => (schema?.$ref ? schemas[schema.$ref.split('/').pop()] : schema);

function valueFor({ name, schema: asked }) {
  const schema = whole(asked);
  if (name in ids) return ids[name];
  if (name === 'within') return given.within;
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'date') return `${given.year}-12-31`;
  if (schema.type === 'boolean') return 'true';
  return name === 'name' ? '示例员1' : String(schema.minimum ?? 1);
}

const isList = ({ get: operation }) => operation?.parameters?.some(({ name }) => name === 'pageSize');

function addressOf(path, { parameters }) {
  const missing = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => ids[name] === undefined);
  if (missing.length > 0) return { missing };
  const query = new URLSearchParams({ pageSize: '50' });
  for (const one of parameters.filter((each) => each.in === 'query'))
    if (one.required || one.name === 'within' || one.name === 'year') query.set(one.name, valueFor(one));
  return { address: `${path.replace(/\{(\w+)\}/g, (_all, name) => ids[name])}?${query}` };
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function timed(path, address) {
  const times = [];
  let answer;
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const response = await get(address);
    const text = await response.text();
    // The first answer also fills the product's and PostgreSQL's caches.
    if (round > 0) times.push(performance.now() - start);
    answer = { status: response.status, total: response.ok ? JSON.parse(text).total : undefined };
  }
  return { path, ms: Math.round(median(times)), worst: Math.round(Math.max(...times)), ...answer };
}

const [measured, left] = [[], []];
for (const [path, methods] of Object.entries(document.paths).filter(([, one]) => isList(one))) {
  const { address, missing } = addressOf(path, methods.get);
  if (missing) left.push(`${path} (no ${missing.join(', ')})`);
  else measured.push(await timed(path, address));
}
// What a user does to the long lists besides opening them: types, sorts, goes to the end, looks at another day.
const pages = Math.max(1, Math.floor((await read('/api/volunteers?pageSize=50'))?.total / 50));
const last = Math.max(1, Math.floor((await read(`/api/activities?pageSize=50&year=${given.year}`))?.total / 50));
const used = [
  ...[
    'text=zjj',
    'text=zhao',
    'text=z',
    `text=${encodeURIComponent('建军')}`,
    `text=${encodeURIComponent('王')}`,
    'text=2026',
  ],
  ...['sort=name', 'sort=organizationName', 'sort=enrolledOn&descending=true', `page=${pages}`],
  ...[`on=${given.year}-06-30`, `on=${given.year}-06-30&text=zjj`, 'status=ENROLLED', 'participantKind=FULL_MEMBER'],
].map((query) => ['/api/volunteers', `/api/volunteers?pageSize=50&${query}`]);
used.push(['/api/activities', `/api/activities?pageSize=50&year=${given.year}&page=${last}`]);
used.push(['/api/activities', `/api/activities?pageSize=50&within=${given.within}`]);
for (const asked of ['sort=members', 'sort=activities&descending=true', 'sort=serviceMinutes', 'text=sl'])
  used.push([`/api/years/${given.year}/teams`, `/api/years/${given.year}/teams?pageSize=50&${asked}`]);
for (const asked of [
  'sort=participants&descending=true',
  'sort=serviceMinutes&descending=true',
  'sort=title',
  'text=sl',
])
  used.push(['/api/activities', `/api/activities?pageSize=50&year=${given.year}&${asked}`]);
used.push(['/api/coverage/ratio-summary', `/api/coverage/ratio-summary?within=${given.within}`]);
used.push(['/api/volunteers/counts', `/api/volunteers/counts?within=${given.within}`]);
for (const [path, address] of used)
  measured.push(await timed(`${path} ${decodeURIComponent(address.slice(address.indexOf('50&') + 3))}`, address));
const nothing = await timed('/api/me', '/api/me');
measured.sort((a, b) => b.ms - a.ms);
console.log(`load ${os.loadavg()[0].toFixed(1)} on ${os.cpus().length} cores, median of ${rounds}, ms`);
for (const { path, ms, worst, status, total } of [nothing, ...measured])
  console.log(
    `${String(ms).padStart(6)} ${String(worst).padStart(6)}  ${status}  ${String(total ?? '').padStart(6)}  ${path}`,
  );
const slow = measured.filter(({ status, ms }) => status === 200 && ms >= limitMs);
const answered = measured.filter(({ status }) => status === 200);
console.log(
  `${answered.length - slow.length} of ${answered.length} list pages under ${limitMs} ms; not asked: ${left.join('; ') || 'none'}`,
);
console.log(`answered otherwise than 200: ${measured.length - answered.length}`);
process.exit(slow.length > 0 ? 1 : 0);
