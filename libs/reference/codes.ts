export interface CodeEntry<Code extends string = string> {
  code: Code;
  /** The full name in the standard or the notice. */
  name: string;
  /** The word the paper forms print. */
  short: string;
  /** Other words people write for exactly this entry. */
  alsoWritten?: readonly string[];
}

/** A fixed list of codes; an event stores the code, `name` and `version` say which list it was taken from. */
export interface CodeList<Code extends string = string> {
  name: string;
  version: string;
  source: string;
  entries: readonly CodeEntry<Code>[];
}

/** The union of the codes of a list declared by `defineCodes`. */
export type CodeIn<List extends CodeList> = List['entries'][number]['code'];

/** In the order of the list. */
export const codesOf = (list: CodeList): readonly string[] => list.entries.map(({ code }) => code);

type Row<Code extends string> = readonly [code: Code, name: string, short?: string, alsoWritten?: readonly string[]];

/** Writes a list down as rows of code, full name, printed word (the name, if left out) and other spellings. */
export function defineCodes<const Code extends string>(
  heading: { name: string; version: string; source: string },
  rows: readonly Row<Code>[],
): CodeList<Code> {
  const entries = rows.map(([code, name, short = name, alsoWritten = []]) => ({ code, name, short, alsoWritten }));
  return { ...heading, entries };
}

/** The code for a full name, another spelling, a printed word or a code itself; null if the list has none. */
export function codeOf<Code extends string>(list: CodeList<Code>, text: string): Code | null {
  const wanted = text.normalize('NFKC').replace(/\s/g, '');
  if (wanted === '') return null;
  const folded = (word: string): boolean => word.normalize('NFKC').toUpperCase() === wanted.toUpperCase();
  // In this order, because a printed word may stand for several entries (本科 for 毕业, 结业 and 肄业).
  const entry =
    list.entries.find(({ name }) => folded(name)) ??
    list.entries.find(({ alsoWritten }) => alsoWritten?.some(folded)) ??
    list.entries.find(({ short }) => folded(short)) ??
    list.entries.find(({ code }) => folded(code) || isWithoutItsZero(code, wanted));
  return entry?.code ?? null;
}

/** The word the forms print for a code; throws RangeError if the list does not hold it. */
export function shortWord(list: CodeList, code: string): string {
  return entryOf(list, code).short;
}

/** The full name of a code; throws RangeError if the list does not hold it. */
export function nameOf(list: CodeList, code: string): string {
  return entryOf(list, code).name;
}

/** Whether the list holds the code. */
export function hasCode<Code extends string>(list: CodeList<Code>, code: string): code is Code {
  return list.entries.some((entry) => entry.code === code);
}

function entryOf(list: CodeList, code: string): CodeEntry {
  const entry = list.entries.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new RangeError(`${list.name} holds no such code`);
  return entry;
}

// A spreadsheet cell of number type turns 05 into 5.
function isWithoutItsZero(code: string, wanted: string): boolean {
  return /^0\d$/.test(code) && code.slice(1) === wanted;
}
