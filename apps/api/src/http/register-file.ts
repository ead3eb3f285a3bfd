import type { Sheet, Line } from '#libs/forms/register-sheet';
import type { Reader } from '#libs/projection-engine/paging';

/** What a register is written from: ids in the order of the file, and the lines of some of them in this order. */
export interface Listed {
  readonly ids: readonly string[];
  readonly linesOf: (reader: Reader, ids: readonly string[]) => Promise<readonly Line[]>;
}

/** So many lines are in memory at a time, however many people the file has. */
export const linesAtOnce = 500;

/** The file piece by piece; the next lines are asked for when the piece before was taken. */
export async function* piecesOf(
  reader: Reader,
  { ids, linesOf }: Listed,
  { sheet, columns }: { readonly sheet: Sheet; readonly columns: readonly string[] },
): AsyncGenerator<string> {
  yield sheet.head(columns);
  for (let from = 0; from < ids.length; from += linesAtOnce)
    yield sheet.lines(columns, await linesOf(reader, ids.slice(from, from + linesAtOnce)));
}
