import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import type { OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import { nationalStarScheme, zhangjiagangStarScheme } from '#libs/policy/star-scheme';
import { AdoptStarScheme, type StarSchemeCommand } from './star.commands.js';
import { schemeOn, starSchemeDecider } from './star-scheme.decider.js';
import type { StarEvent } from './star.events.js';

const organizationId = '00000000-0000-4000-8000-000000000001' as OrganizationId;
const day = (text: string): LocalDate => text as LocalDate;
const data = (scheme: string, effectiveOn: string, schemeVersion = 1) => ({
  organizationId,
  scheme,
  schemeVersion,
  effectiveOn: day(effectiveOn),
});
const adopt = (...of: Parameters<typeof data>): StarSchemeCommand => ({ type: 'AdoptStarScheme', data: data(...of) });
const adopted = (...of: Parameters<typeof data>): StarEvent => ({
  type: 'StarSchemeAdopted',
  data: { ...data(...of), adoptedOn: someAct.today },
});
const when = (past: readonly StarEvent[], command: StarSchemeCommand) =>
  specification(starSchemeDecider)(...past).when(command, undefined);
const [national, local] = [nationalStarScheme.id, zhangjiagangStarScheme.id];

describe('the star scheme of an organization', () => {
  it('is adopted from a day on, once', () => {
    expect(when([], adopt(local, '2026-07-01'))).toEqual([adopted(local, '2026-07-01')]);
    expect(when([adopted(local, '2026-07-01')], adopt(local, '2026-07-01'))).toEqual([]);
    expect(when([adopted(local, '2026-07-01')], adopt(local, '2027-01-01'))).toHaveLength(1);
    expect(when([adopted(local, '2026-07-01')], adopt(national, '2026-07-01'))).toHaveLength(1);
  });

  it('is one the product knows, by id and version', () => {
    expect(refusedAs(when([], adopt('STAR-XX-1', '2026-07-01')))).toBe('star_scheme_must_be_known');
    expect(refusedAs(when([], adopt(local, '2026-07-01', 2)))).toBe('star_scheme_must_be_known');
  });

  it.each([
    ['2012-10-22', 'star_scheme_must_have_begun'],
    ['2012-10-23', undefined],
    ['2012-10-24', undefined],
  ])('of 23 October 2012 is not adopted before: %s', (effectiveOn, refusal) => {
    expect(refusedAs(when([], adopt(national, effectiveOn)))).toBe(refusal);
  });

  it('holds from its day on', () => {
    const stars: StarEvent = { type: 'StarPolished', data: {} } as never;
    const past = [adopted(national, '2026-01-01'), stars, adopted(local, '2026-07-01')];
    const state = past.reduce(
      (schemes, event) => starSchemeDecider.evolve(schemes, event as never),
      starSchemeDecider.initial,
    );
    expect(schemeOn(state, day('2025-12-31'))).toBeUndefined();
    expect(schemeOn(state, day('2026-06-30'))).toBe(nationalStarScheme);
    expect(schemeOn(state, day('2026-07-01'))).toBe(zhangjiagangStarScheme);
  });

  it('is asked for in full', () => {
    const faults = (given: object): string[] =>
      validateSync(Object.assign(new AdoptStarScheme(), given)).map(({ property }) => property);
    expect(faults(data(local, '2026-07-01'))).toEqual([]);
    expect(faults({}).sort()).toEqual(['effectiveOn', 'organizationId', 'scheme', 'schemeVersion']);
  });
});
