import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import { ChainBroken, Ledger } from '#libs/event-store/ledger';
import type { EventStore, StoredEntry, StreamFrom } from '#libs/event-store/port';
import { eventCatalogue } from '#libs/house/catalogue';
import type { AccountId, CommandId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { KeyRing } from '#libs/privacy/key-ring';
import { writerKey } from '#libs/proof/entry';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, day, enrolled, organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityId, conflicted, credited, reversed } from '../../test/support/service-facts.js';
import { batch, everything, hoursOf } from '../../test/support/person-facts.js';
import { replayHistory, type History, type HistoryOptions } from './history.js';
import { volunteerHistory } from './volunteer-history.projection.js';

let bench: ProjectionBench;
const codec = new EventCodec(eventCatalogue);

const replay = (
  id: VolunteerId,
  options: HistoryOptions = {},
  parts: { readonly store?: EventStore; readonly keys?: KeyRing; readonly today?: () => LocalDate } = {},
): Promise<History> => replayHistory({ ...bench, codec, ...parts }, id, options);

beforeAll(async () => {
  bench = await projectionBench(volunteerHistory);
  await bench.givenAll(everything);
}, 60_000);
afterAll(() => bench.close());

describe('a person’s history replayed', () => {
  it('tells every entry about the person in the order of the log, over all streams, and no other', async () => {
    const { items } = await replay(volunteerId(1));
    const told = everything
      .flatMap(([, ...events]) => events)
      .filter(({ data }) => 'volunteerId' in data && data.volunteerId === volunteerId(1));
    expect(items.map(({ type }) => type)).toEqual(told.map(({ type }) => type));
    const positions = items.map(({ position }) => position);
    expect([...positions].sort((a, b) => bench.store.compare(a, b))).toEqual(positions);
  });

  it('says who, when, for whom, which import, and on which day it happened', async () => {
    const { items } = await replay(volunteerId(1));
    expect(items[0]).toMatchObject({
      stream: volunteerStream(volunteerId(1)),
      at: '2026-07-01T01:00:00.000Z',
      by: '00000000-0000-4000-8000-00000000000a',
      org: '00000000-0000-4000-8000-00000000000b',
      batch,
      day: '2026-01-10',
    });
    const withdrawal = items.find(({ type }) => type === 'AttendanceWithdrawn');
    expect(withdrawal).not.toHaveProperty('day');
    expect(withdrawal).not.toHaveProperty('batch');
  });

  it('opens no personal field unless asked for its group', async () => {
    const { items } = await replay(volunteerId(1));
    expect(items[0]!.fields).not.toHaveProperty('name');
    expect(items[0]!.closed).toEqual(['identity']);
    expect(JSON.stringify(items)).not.toMatch(/示例员|缺照片|支部书记/);
    const opened = await replay(volunteerId(1), { open: ['identity'] });
    expect(opened.items[0]).toMatchObject({ fields: { name: '示例员1' }, closed: [] });
    expect(opened.items[1]).toMatchObject({ type: 'ApplicationReturned', closed: ['free'] });
    expect(JSON.stringify(opened.items)).not.toMatch(/缺照片|支部书记/);
  });

  it('says where the key was destroyed, and reads 已删除 for what must have been there', async () => {
    const keys: KeyRing = {
      ...bench.keys,
      forReading: (kids) => Promise.resolve(new Map(kids.map((kid) => [kid, 'shredded']))),
    };
    const { items } = await replay(volunteerId(1), { open: ['identity'] }, { keys });
    expect(items[0]).toMatchObject({ fields: { name: '已删除' }, erased: ['identity'], closed: [] });
  });

  it('shows what changed with the value before', async () => {
    const closed = (await replay(volunteerId(1))).items.find(({ type }) => type === 'ParticularsChanged');
    expect(closed?.changed).toEqual({ participantKind: ['FULL_MEMBER', 'PROBATIONARY_MEMBER'] });
    const { items } = await replay(volunteerId(1), { open: ['identity', 'free'] });
    expect(items[0]!.changed).toEqual({
      name: [null, '示例员1'],
      sex: [null, '1'],
      participantKind: [null, 'FULL_MEMBER'],
    });
    expect(items.find(({ type }) => type === 'ParticularsChanged')).toMatchObject({
      changed: { name: ['示例员1', '示例员一'], participantKind: ['FULL_MEMBER', 'PROBATIONARY_MEMBER'] },
      fields: { reason: '示例' },
    });
  });

  it('keeps the running minutes and activities after each entry, and totals at the end', async () => {
    const n = 10;
    const at = { volunteerId: volunteerId(n) };
    const first = credited(101, { ...at, serviceMinutes: 30 as Minutes, servedOn: day('2025-12-31') });
    const second = credited(102, { ...at, serviceMinutes: 50 as Minutes });
    const third = credited(103, { ...at, serviceMinutes: 20 as Minutes, activityId: activityId(2) });
    await bench.givenAll([
      [hoursOf(n, 2025), first],
      [hoursOf(n), second, third, conflicted(104, 102, at), reversed(second)],
      [volunteerStream(volunteerId(n)), enrolled(n)],
    ]);
    const { items, totals } = await replay(volunteerId(n));
    expect(
      items.map(({ type, runningMinutes, activities }) => [
        type,
        runningMinutes.year,
        runningMinutes.total,
        activities,
      ]),
    ).toEqual([
      ['ServiceHoursCredited', 30, 30, 1],
      ['ServiceHoursCredited', 50, 80, 1],
      ['ServiceHoursCredited', 70, 100, 2],
      ['ServiceHoursConflicted', 70, 100, 2],
      ['ServiceHoursReversed', 20, 50, 1],
      ['VolunteerEnrolled', 20, 50, 1],
    ]);
    expect(totals).toEqual({
      entries: 6,
      streams: 3,
      years: [
        { year: 2025, serviceMinutes: 30, activities: 1 },
        { year: 2026, serviceMinutes: 20, activities: 1 },
      ],
      serviceMinutes: 50,
    });
  });

  it('of somebody the log does not know is empty', async () => {
    const { items, totals } = await replay(volunteerId(999));
    expect([items, totals]).toEqual([[], { entries: 0, streams: 0, years: [], serviceMinutes: 0 }]);
  });

  it('as of a position includes it and nothing after it', async () => {
    const { items } = await replay(volunteerId(10));
    const third = items[2]!;
    const then = await replay(volunteerId(10), { asOf: { position: third.position } });
    expect(then.items).toEqual(items.slice(0, 3));
    expect(then.totals).toMatchObject({ entries: 3, serviceMinutes: 100 });
  });
});

describe('a history as of a day', () => {
  const n = 20;
  // Midnight in Shanghai is 16:00 UTC.
  const accepted = [
    '2026-06-29T15:59:59.999Z',
    '2026-06-29T16:00:00.000Z',
    '2026-06-30T15:59:59.999Z',
    '2026-06-30T16:00:00.000Z',
  ];

  beforeAll(async () => {
    let now = '';
    const ledger = new Ledger({ ...bench, codec, writer: writerKey(), log: 'bench', now: () => Date.parse(now) });
    const says = {
      initial: null,
      evolve: () => null,
      decide: ({ data }: { type: string; data: GivenEvent }) => [data],
    };
    for (const [i, at] of accepted.entries()) {
      now = at;
      const data = credited(2000 + i, { volunteerId: volunteerId(n), servedOn: day(`2026-06-0${i + 1}`) });
      const context = { commandId: randomUUID() as CommandId, by: randomUUID() as AccountId, org: organizationId(1) };
      const command = { type: 'Say', data };
      await ledger.run(says, { stream: hoursOf(n), command, context, facts: () => Promise.resolve(undefined) });
    }
    // The windows catch up.
    await bench.given(volunteerStream(volunteerId(21)), applied(21));
  });

  it.each([
    ['2026-06-28', 0],
    ['2026-06-29', 1],
    ['2026-06-30', 3],
    ['2026-07-01', 4],
  ])('holds what was accepted up to the end of %s in Shanghai', async (asOf, entries) => {
    const { totals } = await replay(volunteerId(n), { asOf: { day: asOf as LocalDate } });
    expect(totals).toMatchObject({ entries, serviceMinutes: entries * 60 });
  });
});

describe('a log that somebody changed', () => {
  const altered = (alter: (entries: readonly StoredEntry[]) => readonly StoredEntry[], stream: string): EventStore =>
    Object.assign(Object.create(bench.store) as EventStore, {
      readStreams: async (asked: readonly StreamFrom[]) => {
        const read = await bench.store.readStreams(asked);
        return read.map((entries, i) => (asked[i]!.stream === stream ? alter(entries) : entries));
      },
    });
  const raised = (entry: StoredEntry) => ({
    ...entry,
    text: entry.text.replace('"serviceMinutes":60', '"serviceMinutes":90'),
  });

  it.each<[string, (entries: readonly StoredEntry[]) => readonly StoredEntry[]]>([
    ['minutes raised', (entries) => entries.map(raised)],
    ['an entry taken out', ([first, , ...rest]) => [first!, ...rest]],
    ['two entries exchanged', ([first, second, ...rest]) => [second!, first!, ...rest]],
    ['the first entry taken out', ([, ...rest]) => rest],
    ['the last entry taken out', (entries) => entries.slice(0, -1)],
  ])('is not replayed: %s', async (_what, alter) => {
    await expect(replay(volunteerId(1), {}, { store: altered(alter, hoursOf(1)) })).rejects.toThrow(ChainBroken);
  });

  it('is not replayed either when the change stands in an activity that the person only took part in', async () => {
    const redated = (entry: StoredEntry) => ({ ...entry, text: entry.text.replace('2026-03-01', '2026-03-02') });
    const tampered = altered((entries) => entries.map(redated), `activity-${activityId(1)}`);
    await expect(replay(volunteerId(1), {}, { store: tampered })).rejects.toThrow(ChainBroken);
  });

  it('is replayed when nothing was changed', async () => {
    const { items } = await replay(volunteerId(1), {}, { store: altered((entries) => entries, hoursOf(1)) });
    expect(items.length).toBeGreaterThan(20);
  });
});

describe('streams read before the index has named them', () => {
  const today = (): LocalDate => '2026-11-28' as LocalDate;
  /** What is asked first is what there was before the last entry of each stream. */
  const seen = (first: (entries: readonly StoredEntry[]) => readonly StoredEntry[]) => {
    const asked: string[][] = [];
    const store = Object.create(bench.store) as EventStore;
    store.readStreams = async (streams) => {
      asked.push(streams.map(({ stream }) => stream));
      const read = await bench.store.readStreams(streams);
      return asked.length === 1 ? read.map(first) : read;
    };
    return { asked, store };
  };

  it('are not read again', async () => {
    const { asked, store } = seen((entries) => entries);
    expect(await replay(volunteerId(1), {}, { store, today })).toEqual(await replay(volunteerId(1)));
    expect(asked[0]).toEqual([volunteerStream(volunteerId(1)), hoursOf(1)]);
    expect(asked[1]!.filter((stream) => asked[0]!.includes(stream))).toEqual([]);
  });

  it('are read again where the index knows of entries that were written meanwhile', async () => {
    const { asked, store } = seen((entries) => entries.slice(0, -1));
    expect(await replay(volunteerId(1), {}, { store, today })).toEqual(await replay(volunteerId(1)));
    expect(asked[1]).toEqual(expect.arrayContaining(asked[0]!));
  });

  it('count for nothing where the index does not name them', async () => {
    const nobody = volunteerId(999);
    expect((await replay(nobody, {}, { today })).items).toEqual([]);
  });
});
