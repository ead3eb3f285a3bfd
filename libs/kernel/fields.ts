import { isUuid } from './ids.js';
import { isInstant, isLocalDate, isTimeOfDay, isYearMonth, type Instant, type LocalDate, type Minutes, type TimeOfDay, type YearMonth } from './time.js';

/**
 * What an event may hold. In clear only ids, codes, days, times, integers, flags and machine references;
 * anything that tells who or how a person is, and every free text, exists only inside `personal()`,
 * which the ledger encrypts under the subject's key. A text in clear cannot be written down here at all.
 */
export type KeyGroup = 'identity' | 'contact' | 'sensitive' | 'photo' | 'free';

export type FieldKind = 'id' | 'code' | 'date' | 'yearMonth' | 'time' | 'instant' | 'integer' | 'flag' | 'reference' | 'list' | 'personal';

declare const fieldType: unique symbol;

export interface Field<T, P extends boolean = false, O extends boolean = false> {
  readonly kind: FieldKind;
  readonly optional: O;
  readonly isPersonal: P;
  readonly group?: KeyGroup;
  /** Name of the clear id field whose subject's key is taken; without it the subject of the stream. */
  readonly subject?: string;
  readonly pattern?: RegExp;
  /** Every value that a code may have. */
  readonly codes?: readonly string[];
  readonly of?: Field<unknown, boolean, boolean>;
  accepts(value: unknown): boolean;
  readonly [fieldType]?: T;
}

/** The value that stands where a subject's key was destroyed. */
export const erasedText = '已删除';

const clear = <T>(kind: FieldKind, accepts: (value: unknown) => boolean, pattern?: RegExp): Field<T> => ({
  kind,
  optional: false,
  isPersonal: false,
  accepts,
  ...(pattern ? { pattern } : {}),
});

export const id = <T extends string>(): Field<T> => clear<T>('id', isUuid);
export const code = <const C extends string>(codes: readonly C[]): Field<C> => ({
  ...clear<C>('code', (value) => (codes as readonly unknown[]).includes(value)),
  codes,
});
export const localDate = (): Field<LocalDate> => clear('date', isLocalDate);
export const yearMonth = (): Field<YearMonth> => clear('yearMonth', isYearMonth);
export const timeOfDay = (): Field<TimeOfDay> => clear('time', isTimeOfDay);
export const instant = (): Field<Instant> => clear('instant', isInstant);
export const flag = (): Field<boolean> => clear('flag', (value) => typeof value === 'boolean');
export const integer = (min: number, max: number): Field<number> =>
  clear('integer', (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max);
export const minutes = (min: number, max: number): Field<Minutes> => integer(min, max) as unknown as Field<Minutes>;
/** A machine's word (volunteer number, key, hash, pack id): ASCII, bounded, given by its pattern. */
export const reference = (pattern: RegExp): Field<string> =>
  clear('reference', (value) => typeof value === 'string' && value.length <= 128 && pattern.test(value), pattern);

/** SHA-256 of a file or a book, as 64 lower-case hexadecimal digits. */
export const sha256Pattern = /^[0-9a-f]{64}$/;

export const listOf = <T>(of: Field<T>, max: number): Field<T[]> => ({
  kind: 'list',
  optional: false,
  isPersonal: false,
  of,
  accepts: (value) => Array.isArray(value) && value.length <= max && value.every((item) => of.accepts(item)),
});

/** A text about somebody or something, in at most `max` code points. Only `personal` takes it. */
export interface PersonalText<T = string> {
  readonly max: number;
  accepts(value: unknown): boolean;
  readonly [fieldType]?: T;
}

export const text = (max: number): PersonalText => ({
  max,
  accepts: (value) => typeof value === 'string' && [...value].length <= max,
});
export const texts = (maxItems: number, max: number): PersonalText<string[]> => ({
  max,
  accepts: (value) => Array.isArray(value) && value.length <= maxItems && value.every((item) => text(max).accepts(item)),
});

export const personal = <T = string>(group: KeyGroup, of: PersonalText<T>, subject?: string): Field<T, true> => ({
  kind: 'personal',
  optional: false,
  isPersonal: true,
  group,
  accepts: (value) => of.accepts(value),
  ...(subject ? { subject } : {}),
});

export const optional = <T, P extends boolean>(field: Field<T, P, boolean>): Field<T, P, true> => ({ ...field, optional: true });

export type Fields = Readonly<Record<string, Field<unknown, boolean, boolean>>>;

type TypeOf<F> = F extends Field<infer T, boolean, boolean> ? T : never;
type Required_<F extends Fields> = { [K in keyof F as F[K]['optional'] extends true ? never : K]: TypeOf<F[K]> };
type Optional_<F extends Fields> = { [K in keyof F as F[K]['optional'] extends true ? K : never]?: TypeOf<F[K]> };
type ClearOnly<F extends Fields> = { [K in keyof F as F[K]['isPersonal'] extends true ? never : K]: F[K] };

export type DataOf<F extends Fields> = Readonly<Required_<F> & Optional_<F>>;
export type ClearDataOf<F extends Fields> = DataOf<ClearOnly<F>>;
