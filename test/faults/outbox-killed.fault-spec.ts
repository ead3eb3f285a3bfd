import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { systemAccount } from '#libs/access/actor';
import { certificateEvents, certificateStream } from '#libs/certificate/certificate.events';
import type { AnyEvent } from '#libs/kernel/event';
import type { CommandId, VolunteerId } from '#libs/kernel/ids';
import { sampleEvent } from '../support/sample-event.js';
import { eventually } from './support/eventually.js';
import { LedgerUnderTest } from './support/ledger-under-test.js';
import { Started, type Api, type Env } from './support/product.js';

interface Letter {
  readonly id: string;
  readonly type: string;
  readonly volunteerId: string;
}

const none = { waiting: 0, givenUp: 0, oldestSeconds: 0 };

describe('Letters to the people concerned', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;
  let receiver: Server;
  let address: string;
  let got: Letter[];
  let answer: (response: ServerResponse) => void;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    receiver = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        got.push(JSON.parse(text) as Letter);
        answer(response);
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  });

  beforeEach(() => {
    got = [];
    answer = (response) => void response.writeHead(204).end();
  });

  afterAll(async () => {
    await started.end();
    receiver.closeAllConnections();
    receiver.close();
    await ledger.close();
  });

  const api = (env: Env): Promise<Api> => started.api({ ...ledger.env(), ...env });

  /** A certificate is prepared and issued: one reason to write. Answers for whom. */
  const issue = async (): Promise<VolunteerId> => {
    const volunteerId = randomUUID() as VolunteerId;
    const own = {
      volunteerId,
      ordinal: 1,
      organizationId: ledger.top,
      number: `C2026-${String(issued++).padStart(6, '0')}`,
    };
    const event = (type: keyof typeof certificateEvents): AnyEvent => {
      const { data } = sampleEvent(type, certificateEvents[type], 'least');
      return { type, data: Object.fromEntries(Object.entries({ ...data, ...own }).filter(([name]) => name in data)) };
    };
    const events = [event('CertificatePrepared'), event('CertificateIssued')];
    const decider = { initial: null, evolve: () => null, decide: () => events };
    const context = { commandId: randomUUID() as CommandId, by: systemAccount, org: ledger.top };
    const command = { type: 'Issue', data: {} } as never;
    const facts = (): Promise<never> => Promise.resolve(undefined as never);
    await ledger.house.ledger.run(decider, { stream: certificateStream(volunteerId, 1), command, context, facts });
    return volunteerId;
  };
  let issued = 1;

  const delivered = (): Promise<unknown> =>
    eventually('every letter is delivered', async () => {
      const head = await ledger.house.store.head();
      const [checkpoint] = await ledger.house.engine
        .checkpoints()
        .then((all) => all.filter(({ name }) => name === 'letters'));
      const { waiting } = await ledger.house.letters.counts();
      return checkpoint?.position === head && waiting === 0;
    });

  it('are sent again, the same ones, by the next process when the first was killed between sending and noting it', async () => {
    const first = await api({ LETTERS_TO: address });
    await eventually('it keeps the letters', async () =>
      (await ledger.house.engine.checkpoints()).some(({ name }) => name === 'letters'),
    );
    answer = () => void first.process.child.kill('SIGKILL');
    const volunteerId = await issue();
    await first.process.gone;
    expect(got).toMatchObject([{ type: 'CertificateIssued', volunteerId }]);
    // Refused for now by the next one as well, and still not forgotten.
    answer = (response) => void response.writeHead(503).end();
    const second = await api({ LETTERS_TO: address });
    await eventually('it is offered again', () => got.length > 1);
    expect(await second.health()).toMatchObject({ letters: { waiting: 1, givenUp: 0 } });
    answer = (response) => void response.writeHead(204).end();
    await delivered();
    expect(new Set(got.map(({ id }) => id)).size).toBe(1);
    expect(await second.health()).toMatchObject({ status: 'up', letters: none });
    await second.process.kill('SIGTERM');
  });

  it('go out by several processes, one of which sends, and none is lost when they are killed in turn', async () => {
    const apis = await Promise.all([api({ LETTERS_TO: address }), api({ LETTERS_TO: address })]);
    const people: VolunteerId[] = [];
    const write = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) people.push(await issue());
    };
    await write(20);
    await delivered();
    expect(new Set(got.map((letter) => letter.volunteerId))).toEqual(new Set(people));
    for (const one of apis) {
      const writing = write(20);
      await eventually('some are sent', () => got.length > people.length - 10);
      await one.process.kill();
      await writing;
    }
    await api({ LETTERS_TO: address }).then(async (last) => {
      await delivered();
      await last.process.kill('SIGTERM');
    });
    expect(new Set(got.map((letter) => letter.volunteerId))).toEqual(new Set(people));
    // More than once is allowed to those only that were on their way when somebody died; as the same letter.
    expect(new Set(got.map(({ id }) => id)).size).toBe(people.length);
  });

  it('that are refused are put aside with the reason, in health, metrics, log and command line, until somebody resumes them', async () => {
    answer = (response) => void response.writeHead(410).end();
    const one = await api({ LETTERS_TO: address });
    await issue();
    await eventually('it is given up', async () => (await ledger.house.letters.counts()).givenUp === 1);
    expect(await one.health()).toMatchObject({ status: 'degraded', letters: { waiting: 0, givenUp: 1 } });
    expect((await one.ask('/api/metrics')).text).toContain('zhice_letters{state="given_up"} 1');
    await one.process.says(/"error":"LetterFailed".*"why":"HTTP 410"/);
    const status = await started.zhice(ledger.env(), ['status']);
    await status.gone;
    expect(status.said).toMatch(/不再投递：HTTP 410，1 封[^]*zhice resume letters/);
    answer = (response) => void response.writeHead(204).end();
    const resumed = await started.zhice(ledger.env(), ['resume', 'letters']);
    expect(await resumed.gone).toBe(0);
    await delivered();
    expect(await one.health()).toMatchObject({ status: 'up', letters: none });
    await one.process.kill('SIGTERM');
  });

  it('are whole files, one for each, in a folder, when the process is killed with kill -9 while it puts them there', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-letters-'));
    const people: VolunteerId[] = [];
    for (let round = 0; round < 3; round++) {
      const one = await api({ LETTERS_TO: folder });
      const before = (await readdir(folder)).length;
      for (let i = 0; i < 15; i++) people.push(await issue());
      await eventually('one is there', async () => (await readdir(folder)).length > before);
      await one.process.kill();
    }
    const last = await api({ LETTERS_TO: folder });
    await delivered();
    await last.process.kill('SIGTERM');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const letters = await Promise.all(
      names.map(async (name) => [name, JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Letter] as const),
    );
    for (const [name, { id }] of letters) expect(name).toBe(`${id}.json`);
    expect(letters.map(([, { volunteerId }]) => volunteerId).toSorted()).toEqual(people.toSorted());
    await rm(folder, { recursive: true, force: true });
  });

  it('leave a sound ledger behind', () => ledger.isSound());
});
