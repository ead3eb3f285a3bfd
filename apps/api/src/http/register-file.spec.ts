import { describe, expect, it } from '@jest/globals';
import { plain, sheetOf } from '#libs/forms/register-sheet';
import type { Reader } from '#libs/projection-engine/paging';
import { linesAtOnce, piecesOf, type Listed } from './register-file.js';

const reader = {} as Reader;
const sheet = sheetOf({ id: ['编号', plain], name: ['名称', plain] });

function listed(count: number): Listed & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    ids: Array.from({ length: count }, (_, i) => String(i)),
    linesOf: (_reader, ids) => {
      asked.push(ids.length);
      return Promise.resolve(ids.map((id) => ({ id, name: `第${id}行` })));
    },
  };
}

describe('a register as a file', () => {
  it('asks for the next lines only when the piece before was taken, never for more than some hundred', async () => {
    const of = listed(100_000);
    const pieces = piecesOf(reader, of, { sheet, columns: ['id', 'name'] });
    expect((await pieces.next()).value).toBe('\uFEFF"编号","名称"\r\n');
    expect(of.asked).toEqual([]);
    const first = (await pieces.next()).value as string;
    expect(first.startsWith('"0","第0行"\r\n"1","第1行"\r\n')).toBe(true);
    expect(of.asked).toEqual([linesAtOnce]);
    let lines = first.split('\r\n').length - 1;
    for await (const piece of pieces) lines += piece.split('\r\n').length - 1;
    expect(lines).toBe(100_000);
    expect(Math.max(...of.asked)).toBe(linesAtOnce);
  });

  it('ends asking when nobody reads on', async () => {
    const of = listed(10 * linesAtOnce);
    for await (const piece of piecesOf(reader, of, { sheet, columns: ['id'] })) if (piece.includes('"0"')) break;
    expect(of.asked).toEqual([linesAtOnce]);
  });

  it('is its heads alone where nothing is chosen, and has no column that is not one', async () => {
    const pieces: string[] = [];
    for await (const piece of piecesOf(reader, listed(0), { sheet, columns: ['name'] })) pieces.push(piece);
    expect(pieces).toEqual(['\uFEFF"名称"\r\n']);
    expect(() => sheet.head(['telephone'])).toThrow(RangeError);
  });
});
