import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { branchOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { problemOf, Started, type Answer, type Api } from './support/product.js';

describe('A request that is too large or malformed', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;
  let api: Api;
  let office: string;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    office = await ledger.cookie('CITY_OFFICE', 'RECORDER', 'TEAM_LEADER');
    api = await started.api(ledger.env());
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  const expectProblem = (answer: Answer, status: number): void => {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    expect(problemOf(answer)).toMatchObject({ status, type: expect.stringMatching(/^urn:zhice:problem:/) });
    // No stack, no path, no word of a library.
    expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|\.js:|\.ts:/);
  };

  const nothingStoredBy = async (key: string): Promise<void> => expect(await ledger.entriesOf(key)).toEqual([]);

  const refused = async (status: number, body: string, path = '/api/organizations'): Promise<void> => {
    const key = randomUUID();
    expectProblem(await api.post(path, office, body, key), status);
    await nothingStoredBy(key);
  };

  const text = (more = ''): string => JSON.stringify(branchOf(ledger.top)).replace(/}$/, `${more}}`);

  it('35: a body of 5 MB is refused as too large', () => refused(413, text(`,"note":"${'长'.repeat(1_700_000)}"`)));

  it('35: an event above 32 KiB is refused, and nothing of it is stored', async () => {
    // 200 lines with a note each: within every single limit, above that of one entry.
    const [activityId, sessionId] = [randomUUID(), randomUUID()];
    const key = randomUUID();
    const attendances = Array.from({ length: 200 }, () => ({
      ...{
        volunteerId: randomUUID(),
        entryId: randomUUID(),
        teamId: randomUUID(),
        startsAt: '08:30',
        serviceMinutes: 150,
      },
      note: '备'.repeat(200),
    }));
    const answer = await api.post(
      `/api/activities/${activityId}/sessions/${sessionId}/attendances`,
      office,
      { provenance: 'WITNESSED', attendances },
      key,
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expectProblem(answer, answer.status);
    await nothingStoredBy(key);
    const before = await ledger.entries();
    const large = { type: 'Large', text: 'x'.repeat(65_536), id: randomUUID() };
    await expect(
      ledger.house.store.append({ stream: `large-${randomUUID()}`, expected: 'no_stream', entries: [large] }),
    ).rejects.toThrow('65536 bytes; the limit is 65535');
    expect(await ledger.entries()).toEqual(before);
  });

  it.each([
    ['that breaks off', () => text().slice(0, -5)],
    ['that is no JSON', () => '<organization/>'],
    ['with a byte order mark', () => `\ufeff${text()}`],
    ['with a field twice', () => text(',"name":"另一个"')],
    ['with a field twice, once written with an escape', () => text(',"n\\u0061me":"另一个"')],
    ['10,000 deep', () => text(`,"note":${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
    ['200,000 deep', () => `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['with a field named __proto__', () => text(',"__proto__":{"isAdmin":true}')],
    ['that is a list', () => '[]'],
    ['that is a number too large for any number', () => text(',"rev":1e999')],
  ])('36: JSON %s is 400 with a problem and no trace', (_, body) => refused(400, body()));

  it('36: bytes that are no UTF-8 are 400', async () => {
    const headers = { 'content-type': 'application/json' };
    expectProblem(
      await api.ask('/api/organizations', office, {
        method: 'POST',
        headers,
        body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
      }),
      400,
    );
  });

  it('and the next good one is taken', async () => {
    receiptOf(await api.post('/api/organizations', office, branchOf(ledger.top)));
    expect(api.open).toBe(0);
    await ledger.isSound();
  });
});
