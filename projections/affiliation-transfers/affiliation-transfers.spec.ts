import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  numbers,
  organizationId,
  registered,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import {
  ceased,
  deceased,
  merged,
  transferCalledBack,
  transferReceived,
  transferRefused,
  transferSent,
} from '../../test/support/movement-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { affiliationTransfers } from './affiliation-transfers.projection.js';
import { transferCounts, transfers, type TransferLine } from './affiliation-transfers.query.js';

const scope = undefined;
const person = (n: number, ...events: GivenEvent[]): [string, ...GivenEvent[]] => [
  volunteerStream(volunteerId(n)),
  applied(n),
  enrolled(n),
  ...events,
];
const shown = ({ volunteerId: id, state, endedOn, reason }: TransferLine) => [
  numbers(1, 9).find((n) => volunteerId(n) === id),
  state,
  endedOn,
  reason,
];

describe('transfers of the affiliation', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(affiliationTransfers);
    await bench.givenAll([
      ...numbers(1, 3).map((n): [string, GivenEvent] => [organizationStream(organizationId(n)), registered(n)]),
      person(
        1,
        transferSent(1, 1, 2, '2026-05-01'),
        transferRefused(1, 1, 2, '2026-05-02'),
        transferSent(1, 1, 2, '2026-05-03'),
      ),
      person(2, transferSent(2, 1, 3, '2026-05-04'), transferReceived(2, 1, 3, '2026-05-05')),
      person(
        3,
        transferSent(3, 2, 1, '2026-05-06'),
        transferCalledBack(3, 2, 1, '2026-05-07'),
        changed(3, { name: '示例改名' }),
      ),
      person(4, transferSent(4, 1, 2, '2026-05-08'), withdrew(4, '2026-05-09')),
      person(5, transferSent(5, 1, 2, '2026-05-10'), deceased(5, '2026-05-11')),
      person(6, transferSent(6, 1, 2, '2026-05-12'), ceased(6, '2026-05-13')),
      person(7, transferSent(7, 1, 2, '2026-05-14'), merged(7, 1, '2026-05-15')),
    ]);
  });
  afterAll(() => bench.close());

  it('each say how they ended, and what has not ended waits; whoever leaves otherwise lets theirs lapse', async () => {
    const { items } = await transfers(bench.source, { scope });
    expect(items.map(shown)).toEqual([
      [1, 'REFUSED', '2026-05-02', '材料不全'],
      [1, 'SENT', null, null],
      [2, 'RECEIVED', '2026-05-05', null],
      [3, 'CALLED_BACK', '2026-05-07', '不再调动'],
      ...[4, 5, 6, 7].map((n) => [n, 'LAPSED', `2026-05-${String(2 * n + 1).padStart(2, '0')}`, null]),
    ]);
    expect(items[3]).toMatchObject({
      name: '示例改名',
      fromOrganizationName: '示例第2党支部',
      toOrganizationName: '示例第1党支部',
      volunteerNumber: '2026000003',
    });
  });

  it('are seen from either end, and from nowhere else', async () => {
    const seen = async (n: number): Promise<number> =>
      (await transfers(bench.source, { scope: [organizationId(n)] })).total;
    expect([await seen(1), await seen(2), await seen(3), await seen(4)]).toEqual([8, 7, 1, 0]);
  });

  it('come by person, of whom one at most is under way', async () => {
    const of = async (n: number, state?: 'SENT') =>
      (await transfers(bench.source, { scope, volunteerId: volunteerId(n), state })).items.map(shown);
    expect(await of(1, 'SENT')).toEqual([[1, 'SENT', null, null]]);
    expect([await of(3, 'SENT'), await of(9)]).toEqual([[], []]);
    expect(await of(2)).toEqual([[2, 'RECEIVED', '2026-05-05', null]]);
  });

  it('come by end, state and day of sending, and the counts are what the lists hold', async () => {
    const waiting = { scope, state: 'SENT' as const, toOrganizationId: organizationId(2) };
    const on = async (sentAtMost: string) =>
      (await transfers(bench.source, { ...waiting, sentAtMost: day(sentAtMost) })).total;
    expect([await on('2026-05-02'), await on('2026-05-03')]).toEqual([0, 1]);
    for (const asked of [{ scope }, { scope, fromOrganizationId: organizationId(1) }, { scope: [organizationId(3)] }])
      for (const { state, transfers: count } of await transferCounts(bench.source, asked))
        expect((await transfers(bench.source, { ...asked, state })).total).toBe(count);
  });
});
