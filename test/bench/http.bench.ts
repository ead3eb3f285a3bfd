import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Accounts } from '#libs/access/accounts';
import { Sessions } from '#libs/access/sessions';
import type { House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import { teamStream } from '#libs/team/team.events';
import type { Serve } from './http.servers.js';
import { load, post } from './http.load.js';
import { atPlace, type Place } from './place.js';
import { cpuMicroseconds, cpuOf } from './processes.js';
import { asked, inRounds, quantile, rates, ratioOf, report, type Sample } from './rounds.js';
import { day, newId, openBenchHouse, tell } from './telling.js';

const conditions = asked('http', { rounds: 5, seconds: 3, events: 0 });
const connections = 64;
const teams = 1_000;
let refused = 0;

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
}

const started = (serve: Serve): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('http.servers.js', import.meta.url)), { execArgv: process.execArgv });
    child.once('exit', (code) => reject(new Error(`${serve.which} ended: ${code}`)));
    child.once('message', (said) => resolve({ process: child, port: (said as { port: number }).port }));
    child.send(serve);
  });

const planned = (organizationId: OrganizationId): object => ({
  activityId: newId(),
  organizationId,
  teamIds: [],
  title: '社区义诊',
  place: '示例街道党群服务中心',
  content: '为居民量血压，讲用药常识',
  responsiblePerson: '李四',
  theme: 'CARE_SOCIETY',
});

/** One text about an existing record, as most commands are: no new stream and no new key. */
const group = (teamId: TeamId): object => ({ teamId, groupId: newId(), formedOn: day(1), name: '医疗服务小组' });

/** Teams of the organization, as another process has written them. */
async function establishedTeams(house: House, organizationId: OrganizationId): Promise<TeamId[]> {
  const teamIds = Array.from({ length: teams }, () => newId<TeamId>());
  const established = (teamId: TeamId, i: number): Promise<unknown> =>
    tell(house, teamStream(teamId), [
      {
        type: 'TeamEstablished',
        data: {
          teamId,
          organizationId,
          establishedOn: day(0),
          ordinal: i + 1,
          name: `示例服务队${i + 1}`,
          documentTitle: '关于组建志愿服务队的通知',
          documentDatedOn: day(0),
        },
      },
    ]);
  await Promise.all(teamIds.map(established));
  return teamIds;
}

/** A recorder for each connection, signed in. */
async function cookies(house: House, organizationId: OrganizationId): Promise<string[]> {
  const grants = [{ role: 'RECORDER' as const, organizationId }];
  const accounts = new Accounts(house.main, Date.now);
  const sessions = new Sessions(house.main, house.mainPool, Date.now);
  const signedIn: string[] = [];
  for (let n = 1; n <= connections; n++) {
    const person = { login: `recorder${n}`, displayName: `登记员${n}`, password: '春天的晚上我们去敬老院服务', grants };
    signedIn.push(`zhice_session=${await sessions.open(await accounts.create(person))}`);
  }
  return signedIn;
}

function inTurn<T>(list: readonly T[]): () => T {
  let turn = 0;
  return () => list[turn++ % list.length]!;
}

async function sampled(server: Server, seconds: number, request: () => string): Promise<Sample> {
  const [node, postgres, begun] = [cpuOf(server.process.pid!), cpuMicroseconds().postgres, performance.now()];
  const done = await load(server.port, connections, seconds, request);
  const elapsed = (performance.now() - begun) / 1000;
  refused += done.refused;
  return {
    perSecond: done.requests / elapsed,
    p50Milliseconds: quantile(done.took, 0.5),
    p99Milliseconds: quantile(done.took, 0.99),
    nodeMicroseconds: (cpuOf(server.process.pid!) - node) / done.requests,
    postgresMicroseconds: (cpuMicroseconds().postgres - postgres) / done.requests,
  };
}

async function bench(place: Place): Promise<void> {
  const { house, databases, dataDir } = await openBenchHouse(place, 'zhice');
  const name = '示例市委组织部';
  const organizationId = newId<OrganizationId>();
  await registerTopOrganization(house, {
    organizationId,
    name,
    unitName: name,
    kind: 'CITY_ORGANIZATION_DEPARTMENT',
    registeredOn: day(0),
  });
  const teamIds = await establishedTeams(house, organizationId);
  const signedIn = await cookies(house, organizationId);
  await house.close();
  const product = await started({ which: 'product', databases, dataDir });
  const bare = await started({ which: 'bare', databases: await place.database('bare'), dataDir });
  const [nextTeam, nextCookie] = [inTurn(teamIds), inTurn(signedIn)];
  const forming = (cookie?: string): string => {
    const teamId = nextTeam();
    return post(`/api/teams/${teamId}/groups`, group(teamId), cookie);
  };
  const planning = (cookie?: string): string => post('/api/activities', planned(organizationId), cookie);
  const names = ['a command', 'bare handler', 'a new activity', 'bare handler, activity'] as const;
  const variants = {
    [names[0]]: () => sampled(product, conditions.seconds, () => forming(nextCookie())),
    [names[1]]: () => sampled(bare, conditions.seconds, () => forming()),
    [names[2]]: () => sampled(product, conditions.seconds, () => planning(nextCookie())),
    [names[3]]: () => sampled(bare, conditions.seconds, () => planning()),
  };
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  const [whole, least, fresh, freshLeast] = names.map((name) => rates(rounds, name));
  report('http', {
    asked: conditions,
    rounds,
    ratios: [
      ratioOf({ what: 'POST of a command ÷ bare handler', atLeast: 0.8 }, whole!, least!),
      ratioOf({ what: 'POST of a new activity ÷ bare handler' }, fresh!, freshLeast!),
    ],
    notes: { 'answers other than 201': refused },
  });
  for (const { process: child } of [product, bare]) {
    child.removeAllListeners('exit');
    child.disconnect();
    await once(child, 'exit');
  }
}

await atPlace(bench);
