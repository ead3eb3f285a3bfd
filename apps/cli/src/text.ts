import { once } from 'node:events';

/** Columns that a text takes in a terminal: an ideograph or a full-width sign takes two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const isWide = (point: number): boolean => wide.some(([first, last]) => point >= first && point <= last);

export type Cell = string | number | null | undefined;

/** A table for the terminal: numbers to the right, everything else to the left, `—` for nothing. */
export function textTable(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '—' : String(cell))));
  const widths = heads.map((head, i) => Math.max(widthOf(head), ...texts.map((row) => widthOf(row[i] ?? ''))));
  const lineOf = (cells: readonly string[], isNumber: (i: number) => boolean): string =>
    cells
      .map((cell, i) => {
        const blanks = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return isNumber(i) ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd();
  const ruler = widths.map((width) => '-'.repeat(width)).join('  ');
  const body = texts.map((row, r) => lineOf(row, (i) => typeof rows[r]?.[i] === 'number'));
  return [lineOf(heads, (i) => typeof rows[0]?.[i] === 'number'), ruler, ...body].join('\n');
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** For people: on the error stream, so that what a program reads stays clean. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

/** The same JSON as of `{ ...head, items }`, written page by page, no faster than whoever reads it. `head` has a field at least. */
export async function sayJsonList(
  head: Readonly<Record<string, unknown>>,
  pages: AsyncIterable<readonly unknown[]>,
): Promise<void> {
  await written(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [`);
  let count = 0;
  for await (const items of pages) {
    const texts = items.map((item) => JSON.stringify(item, null, 2).replaceAll('\n', '\n    '));
    await written(`${count === 0 ? '' : ','}\n    ${texts.join(',\n    ')}`);
    count += items.length;
  }
  await written(`${count === 0 ? '' : '\n  '}]\n}\n`);
}

async function written(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
