import { datedUntil, withDated, type Dated } from '#libs/kernel/dated';
import type { LocalDate } from '#libs/kernel/time';
import type { Sealed } from '#libs/privacy/envelope';

/**
 * SQL: the entry of a jsonb history (`Dated` values, oldest first) that is in force on the day; null before the first.
 * `day` is a bound parameter, `$1`. Mostly nothing changed since: then the last entry is the one, and the history need not be
 * unfolded, which for a register of 100,000 people is most of the time.
 */
export const entryOn = (column: string, day: string): string =>
  `(case when ${column}->-1->>'on' <= ${day}::text then ${column}->-1 else
    (select e from jsonb_array_elements(${column}) with ordinality as history(e, place) where e->>'on' <= ${day}::text order by place desc limit 1) end)`;

const holds = (period: string, day: string): string =>
  `${period}->>'from' <= ${day}::text and coalesce(${period}->>'until', '9999-12-31') > ${day}::text`;

/**
 * SQL: the period (`from` included, `until` not, null while it lasts) of a jsonb list, oldest first and without overlap, that
 * holds the day; null for none. Like `entryOn` it looks at the last one first.
 */
export const periodOn = (column: string, day: string): string =>
  `(case when ${holds(`${column}->-1`, day)} then ${column}->-1 else
    (select p from jsonb_array_elements(${column}) as period(p) where ${holds('p', day)} limit 1) end)`;

/** SQL: a position of the log as PostgreSQL orders it, whether the store's positions are one number or `commit:prepare`. */
export const placeOf = (position: string): string => `string_to_array(${position}, ':')::numeric[]`;

/** SQL: whether the organization of this row lies in the scope asked; null asks for all. */
export const inScope = (column: string, scope: string): string =>
  `(${scope}::uuid[] is null or ${column} = any(${scope}::uuid[]))`;

/** A ciphertext from its day on. `whole` begins anew; otherwise it changes only the fields it holds. */
export type SealedFrom = Dated<{ readonly whole: boolean; readonly sealed: Sealed }>;

/** A change without this group leaves the history as it is; an application without it says that there is nothing. */
export function withSealed(
  history: readonly SealedFrom[],
  on: LocalDate,
  whole: boolean,
  sealed: Sealed | undefined,
): readonly SealedFrom[] {
  if (sealed === undefined) return whole ? history.filter((one) => one.on > on) : history;
  return withDated(history, { on, whole, sealed });
}

/** The ciphertexts to open for a day, oldest first: a later one's fields replace those of an earlier one. */
export function sealedOn(history: readonly SealedFrom[], day: LocalDate): readonly Sealed[] {
  const known = datedUntil(history, day);
  return known
    .slice(
      Math.max(
        0,
        known.findLastIndex(({ whole }) => whole),
      ),
    )
    .map(({ sealed }) => sealed);
}
