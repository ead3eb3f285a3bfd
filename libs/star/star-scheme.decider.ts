import { datedOn, withDated, type Dated } from '#libs/kernel/dated';
import { refuse, type Decider } from '#libs/kernel/decider';
import type { LocalDate } from '#libs/kernel/time';
import { findStarScheme, type StarScheme } from '#libs/policy/star-scheme';
import type { StarSchemeCommand } from './star.commands.js';
import type { ClearStarEvent, StarEvent } from './star.events.js';

export type AdoptedSchemes = readonly Dated<{ readonly scheme: string; readonly schemeVersion: number }>[];

export type StarSchemeRefusal = 'star_scheme_must_be_known' | 'star_scheme_must_have_begun';

/** Which scheme an organization and those below it go by, from which day on. */
export const starSchemeDecider: Decider<
  AdoptedSchemes,
  StarSchemeCommand,
  StarEvent,
  ClearStarEvent,
  StarSchemeRefusal
> = {
  initial: [],
  evolve: (adopted, { type, data }) => {
    if (type !== 'StarSchemeAdopted') return adopted;
    const { scheme, schemeVersion, effectiveOn } = data;
    return withDated(adopted, { scheme, schemeVersion, on: effectiveOn });
  },
  decide: ({ data }, adopted, act) => {
    const { scheme, schemeVersion, effectiveOn } = data;
    const known = findStarScheme(scheme, schemeVersion);
    if (!known) return refuse('star_scheme_must_be_known');
    if (known.effectiveFrom !== null && effectiveOn < known.effectiveFrom)
      return refuse('star_scheme_must_have_begun', { effectiveFrom: known.effectiveFrom });
    const before = datedOn(adopted, effectiveOn);
    if (before?.on === effectiveOn && schemeOn(adopted, effectiveOn) === known) return [];
    return [{ type: 'StarSchemeAdopted', data: { ...data, adoptedOn: act.today } }];
  },
};

/** The scheme adopted here that is in force on the day; an organization without one looks further up. */
export function schemeOn(adopted: AdoptedSchemes, day: LocalDate): StarScheme | undefined {
  const found = datedOn(adopted, day);
  return found && findStarScheme(found.scheme, found.schemeVersion);
}
