import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import type { EventStore } from '#libs/event-store/port';
import { eventCatalogue } from '#libs/house/catalogue';
import type { EventDefinition } from '#libs/kernel/event';
import type { VolunteerId } from '#libs/kernel/ids';
import type { KeyRing } from '#libs/privacy/key-ring';
import { organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { everything, hoursOf } from '../../test/support/person-facts.js';
import { replayHistory, type History, type HistoryOptions } from './history.js';
import { personEventTypes } from './person-event.js';
import { volunteerHistory } from './volunteer-history.projection.js';
import { historyEntries } from './volunteer-history.query.js';

let bench: ProjectionBench;
const scope = undefined;
const codec = new EventCodec(eventCatalogue);

const replay = (
  id: VolunteerId,
  options: HistoryOptions = {},
  parts: { readonly store?: EventStore; readonly keys?: KeyRing } = {},
): Promise<History> => replayHistory({ ...bench, codec, ...parts }, id, options);

beforeAll(async () => {
  bench = await projectionBench(volunteerHistory);
  await bench.givenAll(everything);
}, 60_000);
afterAll(() => bench.close());

describe('the index of a person’s history', () => {
  const namesAVolunteer = ({ fields }: EventDefinition) => Object.hasOwn(fields, 'volunteerId');
  const catalogue: Readonly<Record<string, EventDefinition>> = eventCatalogue;

  it('knows every event of the product that names a volunteer', () => {
    const types = Object.keys(catalogue).filter((type) => namesAVolunteer(catalogue[type]!));
    expect([...personEventTypes].sort()).toEqual(types.sort());
  });

  it.each([...personEventTypes])('holds %s', async (eventType) => {
    const { items } = await historyEntries(bench.source, { volunteerId: volunteerId(1), eventType, scope });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((item) => item.eventType))).toEqual(new Set([eventType]));
  });

  it('says where an entry stands and when it was accepted', async () => {
    const { items } = await historyEntries(bench.source, {
      volunteerId: volunteerId(2),
      eventType: 'ServiceHoursCredited',
      scope,
    });
    const head = await bench.store.head();
    const [entry] = items;
    expect(entry).toMatchObject({
      volunteerId: volunteerId(2),
      stream: hoursOf(2),
      revision: 0,
      at: '2026-07-01T01:00:00.000Z',
    });
    expect(bench.store.compare(entry!.position as never, head!)).toBeLessThanOrEqual(0);
  });

  it('pages, and holds as many as the replay tells', async () => {
    const asked = { volunteerId: volunteerId(1), scope };
    const { items, total } = await historyEntries(bench.source, { ...asked, page: 2, pageSize: 10 });
    expect(items).toHaveLength(10);
    expect((await replay(volunteerId(1))).items).toHaveLength(total);
  });

  it('shows nothing to organizations other than the volunteer’s own', async () => {
    const asked = { volunteerId: volunteerId(1) };
    expect((await historyEntries(bench.source, { ...asked, scope: [organizationId(2)] })).total).toBe(0);
    expect((await historyEntries(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBeGreaterThan(0);
  });
});
