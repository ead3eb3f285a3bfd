import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import request from 'supertest';
import type { Grant } from '#libs/access/actor';
import { Accounts } from '#libs/access/accounts';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { openHouseOn, type House } from '#libs/house/house';
import { testDatabase } from '#libs/postgres/test-server';
import type { ApiOptions } from '../../apps/api/src/api-parts.js';
import { registerTop } from '../../apps/api/src/access/top-organization.js';
import { createApi } from '../../apps/api/src/bootstrap.js';
import { testStore } from './test-store.js';

/** The clock of every API under test stands at 2026-07-01, 10 in the morning in Shanghai. */
export const testInstant = Date.UTC(2026, 6, 1, 2);

export const testPassword = '春天的晚上我们去敬老院服务';

/** Somebody who has signed in, with the headers a browser on the site's own page sends. */
export class Person {
  constructor(
    private readonly api: TestApi,
    readonly accountId: AccountId,
    readonly login: string,
    public cookie: string,
  ) {}

  get(path: string): request.Test {
    return request(this.api.server).get(path).set('cookie', this.cookie);
  }

  post(path: string, body: object | string = {}, type = 'application/json'): request.Test {
    const asked = request(this.api.server).post(path).set('cookie', this.cookie).set('sec-fetch-site', 'same-origin');
    return asked.set('content-type', type).send(body);
  }
}

/** The real application on a house of its own. */
export class TestApi {
  private people = 0;
  readonly lines: string[] = [];

  private constructor(
    readonly house: House,
    /** The organization above all others. */
    readonly top: OrganizationId,
    readonly clock: { now: number },
    private readonly removeHouse: () => Promise<void>,
  ) {}

  app: NestFastifyApplication;
  dataDir: string;

  static async open(options: Partial<ApiOptions> = {}): Promise<TestApi> {
    const clock = { now: testInstant };
    const databases = await testDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'zhice-api-'));
    const now = (): number => clock.now;
    const places = { main: databases.main, keys: databases.keys, read: databases.main };
    const store = await testStore();
    const house = await openHouseOn(places, { dataDir, env: store.env, now });
    const asked = { name: '示例市委组织部', unitName: '示例市委组织部', kind: 'CITY_ORGANIZATION_DEPARTMENT' } as const;
    const { stream } = await registerTop(house, asked, clock.now);
    const api = new TestApi(house, stream.slice('organization-'.length) as OrganizationId, clock, async () => {
      await house.close();
      await store.end();
      await databases.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
    const log = pino({}, { write: (line: string) => void api.lines.push(line) });
    api.dataDir = dataDir;
    api.app = await createApi(house, {
      log,
      now,
      requestsPerMinuteMax: 100_000,
      answerMilliseconds: 30_000,
      ...options,
    });
    house.engine.start();
    return api;
  }

  get server(): ReturnType<NestFastifyApplication['getHttpServer']> {
    return this.app.getHttpServer();
  }

  anonymous(): ReturnType<typeof request> {
    return request(this.server);
  }

  async person(grants: readonly Grant[], volunteerId?: VolunteerId): Promise<Person> {
    const login = `person${++this.people}`;
    const accountId = await new Accounts(this.house.main, () => this.clock.now).create({
      login,
      displayName: '测试账号',
      password: testPassword,
      grants,
      volunteerId,
    });
    return new Person(this, accountId, login, await this.signIn(login));
  }

  /** Signs an account in that is there already. */
  async personOf(login: string, password = testPassword): Promise<Person> {
    const cookie = await this.signIn(login, password);
    const { body } = await request(this.server).get('/api/me').set('cookie', cookie);
    return new Person(this, (body as { accountId: AccountId }).accountId, login, cookie);
  }

  async signIn(login: string, password = testPassword): Promise<string> {
    const response = await this.anonymous().post('/api/login').send({ login, password }).expect(200);
    const [cookie = ''] = response.headers['set-cookie'] as unknown as string[];
    return cookie.split(';')[0] ?? '';
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.removeHouse();
  }

  /** Waits until the windows and the reactions have seen everything. */
  async settled(): Promise<void> {
    for (let last: unknown; ;) {
      const head = await this.house.store.head();
      if (head === null || head === last) return;
      await this.house.engine.waitFor(head, 30_000);
      last = head;
    }
  }
}
