import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { closeHours } from '#libs/counter/close-hours';
import { attestTables, isUnsound } from '#libs/house/attest-tables';
import { canonicalText } from '#libs/proof/canonical';
import { rebuild } from '#libs/projection-engine/rebuild';
import { someDistrict, type District } from '../support/test-district.js';
import { TestApi, type Person } from '../support/test-api.js';

interface Totals {
  readonly minutesAsClosed: number;
  readonly minutesAsKnown: number;
  readonly changed: number;
}

describe('closing the books of a year', () => {
  let api: TestApi;
  let office: Person;
  let leader: Person;
  let district: District;
  const books = (path = ''): string => `/api/books/${api.top}/2026${path}`;
  const bodyOf = async <T>(path: string): Promise<T> => (await office.get(path).expect(200)).body as T;
  const refusalOf = async (path: string, body: object): Promise<unknown> =>
    ((await office.post(path, body).expect(409)).body as { refusal?: string }).refusal;
  /** Sessions do not last over the winter. */
  const goTo = async (instant: number): Promise<void> => {
    api.clock.now = instant;
    office.cookie = await api.signIn(office.login);
  };
  const adjust = (minutesAfter: number) => ({
    adjustsYear: 2026,
    entryId: district.entry,
    adjustmentId: randomUUID(),
    minutesAfter,
    reasonCode: 'FALSE_CLAIM',
    reason: '年结后查实当日未到场',
  });
  const streamLength = async (year: number): Promise<number | 'no_stream'> =>
    api.house.store.headOf(`hours-${district.volunteer}-${year}`);

  beforeAll(async () => {
    api = await TestApi.open();
    api.clock.now = Date.UTC(2026, 2, 6, 2);
    office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    leader = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
    district = await someDistrict(api, office, leader, '2026-03-05');
    await office
      .post(`/api/organizations/${api.top}/policy-packs`, {
        pack: 'ZJ-2013-37',
        packVersion: 1,
        effectiveOn: '2026-01-01',
      })
      .expect(201);
    await api.settled();
  });
  afterAll(() => api.close());

  it('balances: what the person has, the activities gave and the teams show', async () => {
    expect(await bodyOf(books('/trial-balance'))).toMatchObject({
      personMinutes: 150,
      activityMinutes: 150,
      teamMinutes: 150,
      entries: 1,
      volunteers: 1,
      annexes: [],
      breaks: 0,
    });
  });

  it('waits until December may no longer be recorded, then comes provisionally, then for good', async () => {
    await goTo(Date.UTC(2027, 0, 8, 2));
    expect(await refusalOf(books('/provisional-close'), {})).toBe('year_closes_after_the_recording_days');
    await goTo(Date.UTC(2027, 0, 25, 2));
    expect(await refusalOf(books('/close'), {})).toBe('year_must_be_closed_provisionally');
    await office.post(books('/provisional-close')).expect(201);
    await api.settled();
    expect(await refusalOf(books('/close'), {})).toBe('tables_must_be_attested');
    await api.house.engine.catchUp();
    expect((await attestTables(api.house, () => undefined)).tables.filter(isUnsound)).toEqual([]);
    await office.post(books('/close'), { decision: '部务会议决定' }).expect(201);
    await api.settled();
    expect(await bodyOf(books())).toMatchObject({
      book: { state: 'CLOSED', serviceMinutes: 150, entries: 1, closedOn: '2027-01-25' },
      progress: { volunteers: 1, closed: 1 },
    });
  });

  it('closed twice is closed once: no stream grows', async () => {
    const before = [await streamLength(2026), await streamLength(2027)];
    expect(before[1]).not.toBe('no_stream');
    await office.post(books('/close')).expect(201);
    const asked = { organizationId: api.top, year: 2026, context: { by: office.accountId } };
    expect(await closeHours(api.house, asked)).toMatchObject({ volunteers: 1, refused: [] });
    expect([await streamLength(2026), await streamLength(2027)]).toEqual(before);
  });

  it('takes nothing more into the year', async () => {
    const path = `/api/hours/${district.volunteer}/2026/${district.entry}/reversal`;
    expect(await refusalOf(path, { reasonCode: 'RECORDING_ERROR', reason: '更正' })).toBe('year_is_closed');
  });

  it('takes what is found afterwards as an adjustment of the open year; the closed book stays to the byte (F-25)', async () => {
    const before = (await office.get(books('/closed-book')).expect(200)).text;
    await office.post(`/api/hours/${district.volunteer}/prior-year-adjustments`, adjust(30)).expect(201);
    await api.settled();
    expect((await office.get(books('/closed-book')).expect(200)).text).toBe(before);
    const { book } = await bodyOf<{ book: { bookHash: string } }>(books());
    expect(JSON.parse(before)).toMatchObject({ bookHash: book.bookHash, serviceMinutes: 150 });
    const totals = await bodyOf<Totals>(books('/totals'));
    expect(totals).toEqual({ minutesAsClosed: 150, minutesAsKnown: 30, changed: 1 });
    const bridge = await bodyOf<{ items: readonly Totals[] }>(books('/bridge'));
    expect(bridge.items).toMatchObject([
      { entryId: district.entry, minutesAsClosed: 150, minutesAsKnown: 30, adjustedIn: 2027 },
    ]);
    expect(await bodyOf(books('/lines'))).toMatchObject({
      items: [{ name: '丁𠮷安', minutesAsClosed: 150, minutesAsKnown: 30 }],
    });
    // The volunteer is told (5.4 principle 6).
    const told = await bodyOf<{ items: readonly object[] }>(`/api/volunteers/${district.volunteer}/notices`);
    expect(told.items[0]).toMatchObject({ type: 'PriorYearAdjusted', entryId: district.entry, serviceMinutes: 30 });
    // And so is everybody else concerned: the unit of the person and of the service, and whoever stands above and has the closed book.
    for (const unit of [district.branch, api.top]) {
      const { items } = await bodyOf<{ items: readonly object[] }>(`/api/notices?within=${unit}&type=PriorYearAdjusted`);
      expect(items).toEqual([told.items[0]]);
    }
  });

  it('F-25: names the closed book, which was handed up, among the papers that rest on the entry', async () => {
    const { items } = await bodyOf<{ items: readonly object[] }>(books('/papers'));
    expect(items).toMatchObject([
      {
        ...{ paper: 'YEAR_BOOK', subjectId: api.top, number: 2026, minutesThen: 150, madeOn: '2027-01-25' },
        ...{ finding: 'PRIOR_YEAR_ADJUSTMENT', minutesBefore: 150, minutesAfter: 30, state: 'STANDS', toldOn: null },
      },
    ]);
  });

  it('F-26: a filed paper that says otherwise is found by its hash; what is right now is another version beside it', async () => {
    const { lines, bookHash } = await bodyOf<{ lines: { serviceMinutes: number }[]; bookHash: string }>(
      books('/closed-book'),
    );
    const hashOf = (filed: object): string => createHash('sha256').update(canonicalText(filed), 'utf8').digest('hex');
    expect(hashOf(lines)).toBe(bookHash);
    expect(hashOf(lines.map((line) => ({ ...line, serviceMinutes: line.serviceMinutes + 1 })))).not.toBe(bookHash);
    const before = await bodyOf<Totals>(books('/totals'));
    await office.post(`/api/hours/${district.volunteer}/prior-year-adjustments`, adjust(45)).expect(201);
    await api.settled();
    expect(await bodyOf(books('/totals'))).toEqual({ ...before, minutesAsKnown: 45 });
    expect(await bodyOf(books('/closed-book'))).toMatchObject({ lines, bookHash });
  });

  it('leaves tables that fold again to the same', async () => {
    const tables = await rebuild(api.house.followerParts, () => undefined);
    expect(tables.filter(({ before, after }) => before !== after)).toEqual([]);
  });
});
