import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Accounts } from '#libs/access/accounts';
import type { House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { organizationStream } from '#libs/organization/organization.events';
import { rebuild } from '#libs/projection-engine/rebuild';
import { teamStream } from '#libs/team/team.events';
import { linesPerSheet } from './fill-lines.js';
import { fillBodies } from './fill.js';
import type { Serve } from './http.servers.js';
import { atPlace, type Place } from './place.js';
import { asked } from './rounds.js';
import { day, newId, openBenchHouse, tell, type Body, type GivenEvent } from './telling.js';

const conditions = asked('pages', { rounds: 5, seconds: 0, events: 3_000_000 });
const linesCount = Math.floor(conditions.events / 3);
/** A tenth of the hours entries: 100,000 people with ten entries each. */
const branches = 500;
const teamsPerBranch = 2;
const counties = 10;
const login = 'city';
const password = '春天的晚上我们去敬老院服务';

const registered = (
  organizationId: OrganizationId,
  given: { parentId: OrganizationId; name: string; kind: 'COUNTY_ORGANIZATION_DEPARTMENT' | 'PARTY_BRANCH' },
): GivenEvent => ({
  type: 'PartyOrganizationRegistered',
  data: { organizationId, registeredOn: day(0), unitName: given.name, ...given },
});

/** A city with ten counties, fifty branches in each and two teams in each of these. */
async function registerBodies(house: House, top: OrganizationId): Promise<Body[]> {
  const name = '示例市委组织部';
  const kind = 'CITY_ORGANIZATION_DEPARTMENT' as const;
  await registerTopOrganization(house, { organizationId: top, name, unitName: name, kind, registeredOn: day(0) });
  const county = Array.from({ length: counties }, () => newId<OrganizationId>());
  for (const [n, id] of county.entries())
    await tell(house, organizationStream(id), [
      registered(id, { parentId: top, name: `示例${n + 1}县委组织部`, kind: 'COUNTY_ORGANIZATION_DEPARTMENT' }),
    ]);
  const bodies: Body[] = [];
  for (let n = 0; n < branches; n++) {
    const organization = newId<OrganizationId>();
    const named = { parentId: county[n % counties]!, name: `示例${n + 1}党支部`, kind: 'PARTY_BRANCH' as const };
    await tell(house, organizationStream(organization), [registered(organization, named)]);
    for (let one = 0; one < teamsPerBranch; one++) bodies.push({ organization, team: newId<TeamId>() });
  }
  return bodies;
}

async function establishTeams(house: House, bodies: readonly Body[], people: readonly VolunteerId[]): Promise<void> {
  for (const [n, { organization: organizationId, team: teamId }] of bodies.entries()) {
    const members = people.filter((_id, place) => Math.floor(place / linesPerSheet) % bodies.length === n);
    await tell(house, teamStream(teamId), [
      {
        type: 'TeamEstablished',
        data: {
          teamId,
          organizationId,
          establishedOn: day(0),
          ordinal: (n % teamsPerBranch) + 1,
          name: `示例${n + 1}队`,
          documentTitle: '关于组建志愿服务队的通知',
          documentDatedOn: day(0),
        },
      },
      ...members.map((volunteerId): GivenEvent => ({
        type: 'TeamMemberJoined',
        data: { teamId, organizationId, volunteerId, joinedOn: day(3), asPrimary: true },
      })),
    ]);
  }
}

const served = (serve: Serve): Promise<{ readonly child: ChildProcess; readonly base: string }> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('http.servers.js', import.meta.url)));
    child.once('exit', (code) => reject(new Error(`the product ended: ${code}`)));
    child.once('message', (said) => resolve({ child, base: `http://127.0.0.1:${(said as { port: number }).port}` }));
    child.send(serve);
  });

const seconds = (since: number): number => Math.round((performance.now() - since) / 1000);

async function bench(place: Place): Promise<void> {
  const { house, databases, dataDir } = await openBenchHouse(place, 'zhice');
  const begun = performance.now();
  const top = randomUUID() as OrganizationId;
  const bodies = await registerBodies(house, top);
  const people = await fillBodies(house, databases.main, {
    people: Math.ceil(linesCount / 10),
    lines: linesCount,
    bodies,
  });
  await establishTeams(house, bodies, people);
  process.stderr.write(`${people.length} volunteers, ${linesCount} hours entries in ${seconds(begun)} s\n`);
  const folded = performance.now();
  await rebuild(house.followerParts, () => undefined);
  process.stderr.write(`read tables in ${seconds(folded)} s\n`);
  await place.run(databases.main, 'vacuum analyze');
  const grants = (['CITY_OFFICE', 'AUDITOR'] as const).map((role) => ({ role, organizationId: top }));
  await new Accounts(house.main, Date.now).create({ login, displayName: '示例市委组织部', password, grants });
  await house.close();
  const { child, base } = await served({ which: 'product', databases, dataDir });
  const given = ['--base', base, '--login', login, '--password', password, '--year', '2026', '--limit', '500'];
  const rounds = ['--rounds', String(conditions.rounds)];
  if (process.env['ZHICE_BENCH_STAY'] !== undefined) {
    process.stderr.write(`${JSON.stringify({ base, main: databases.main, dataDir })}\n`);
    await once(process, 'SIGTERM');
  }
  const script = path.join(process.env['ZHICE_HOUSE']!, 'test/bench/pages.mjs');
  const asking = spawn(process.execPath, [script, ...given, ...rounds], { stdio: 'inherit' });
  const [code] = (await once(asking, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
  child.removeAllListeners('exit');
  child.disconnect();
  await once(child, 'exit');
}

await atPlace(bench);
