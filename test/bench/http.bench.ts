import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Accounts } from '#libs/access/accounts';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { OrganizationId } from '#libs/kernel/ids';
import { Sessions } from '#libs/access/sessions';
import type { Serve } from './http.servers.js';
import { load, post } from './http.load.js';
import { atPlace, type Place } from './place.js';
import { cpuMicroseconds, cpuOf } from './processes.js';
import { asked, inRounds, quantile, rates, ratioOf, report, type Sample } from './rounds.js';
import { day, newId, openBenchHouse } from './telling.js';

const conditions = asked('http', { rounds: 5, seconds: 3, events: 0 });
const connections = 64;
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
  const grants = [{ role: 'RECORDER' as const, organizationId }];
  const person = { login: 'recorder', displayName: '登记员', password: '春天的晚上我们去敬老院服务', grants };
  const accountId = await new Accounts(house.main, Date.now).create(person);
  const token = await new Sessions(house.main, Date.now).open(accountId);
  await house.close();
  const product = await started({ which: 'product', databases, dataDir });
  const bare = await started({ which: 'bare', databases: await place.database('bare'), dataDir });
  const full = (): string => post('/api/activities', planned(organizationId), `zhice_session=${token}`);
  const plain = (): string => post('/api/activities', planned(organizationId));
  const variants = {
    'the whole command': () => sampled(product, conditions.seconds, full),
    'bare handler and INSERT': () => sampled(bare, conditions.seconds, plain),
  };
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  const [whole, least] = Object.keys(variants).map((name) => rates(rounds, name));
  report('http', {
    asked: conditions,
    rounds,
    ratios: [ratioOf({ what: 'POST of a command ÷ bare handler', atLeast: 0.8 }, whole!, least!)],
    notes: { 'answers other than 201': refused },
  });
  for (const { process: child } of [product, bare]) {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  }
}

await atPlace(bench);
