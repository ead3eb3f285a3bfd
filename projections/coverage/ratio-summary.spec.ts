import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  counted,
  day,
  enrolled,
  numbers,
  organizationId,
  registered,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { coverage } from './coverage.projection.js';
import { coverageLines, ratioSummary } from './coverage.query.js';

const scope = undefined;
const city = organizationId(1);

describe('the ratio of volunteers over a scope', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(coverage);
    const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: day('2026-01-01') } as const;
    await bench.given(organizationStream(city), registered(1, { kind: 'CITY_ORGANIZATION_DEPARTMENT' }), {
      type: 'PolicyPackAdopted',
      data: { organizationId: city, ...pack },
    });
    // Ten full members each, and of these as many volunteers as the unit's number says; 17 and 18 cannot be told.
    const stated = [...numbers(10, 16).map((unit) => [unit, 10] as const), [17, undefined] as const, [18, 0] as const];
    await bench.givenAll(
      stated.map(([unit, members]) => [
        organizationStream(organizationId(unit)),
        registered(unit, { parentId: city }),
        ...(members === undefined ? [] : [counted(unit, members, 1)]),
      ]),
    );
    await bench.givenAll(
      stated.flatMap(([unit]) =>
        numbers(1, unit - 10).map((n) => {
          const [person, of] = [unit * 100 + n, { organizationId: organizationId(unit) }];
          return [volunteerStream(volunteerId(person)), applied(person, of), enrolled(person, of)] as const;
        }),
      ),
    );
    const gone = { changedOn: day('2026-06-01'), participantKind: 'OTHER_VOLUNTEER' } as const;
    await bench.given(volunteerStream(volunteerId(1301)), changed(1301, gone));
  });
  afterAll(() => bench.close());

  it.each([
    ['2026-07-01', { organizations: 9, measured: 7, met: 3, percentMin: 30 }],
    ['2026-05-31', { organizations: 9, measured: 7, met: 4, percentMin: 30 }],
    ['2025-01-01', { organizations: 0, measured: 0, met: 0, percentMin: null }],
  ])('on %s is that of every line of the list', async (text, summary) => {
    expect(await ratioSummary(bench.source, { on: day(text), scope })).toEqual(summary);
    const pages = await Promise.all(
      numbers(1, 3).map((page) => coverageLines(bench.source, { on: day(text), scope, page, pageSize: 4 })),
    );
    const ratios = pages.flatMap(({ items }) => items).map(({ ratio }) => ratio);
    expect(ratios).toHaveLength(summary.organizations);
    const measured = ratios.filter((ratio) => ratio !== null && ratio.basisPoints !== null);
    expect(measured).toHaveLength(summary.measured);
    expect(measured.filter((ratio) => ratio?.met)).toHaveLength(summary.met);
  });

  it('is that of the scope alone, and of what the list is narrowed to', async () => {
    const on = day('2026-07-01');
    const mine = [organizationId(12), organizationId(16), organizationId(17)];
    const expected = { organizations: 3, measured: 2, met: 1, percentMin: 30 };
    expect(await ratioSummary(bench.source, { on, scope: mine })).toEqual(expected);
    expect(await ratioSummary(bench.source, { on, scope: mine, hasTeam: true })).toMatchObject({ organizations: 0 });
    expect(await ratioSummary(bench.source, { on, scope: [] })).toMatchObject({ organizations: 0, measured: 0 });
  });
});
