import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkpointText, type Checkpoint } from './checkpoint.js';
import { NotANote } from './note.js';
import { heldCheckpoint, Mistyped, paperLines, readPaper } from './paper.js';
import { leafHashOf } from './tree.js';

const checkpoint: Checkpoint = { origin: 'zhice/3f1', size: 1_234_567, root: leafHashOf(Buffer.from('paper')) };
const lines = paperLines(checkpoint);
const typed = lines.join('\n');
const rowOf = (text: string): number => {
  try {
    readPaper(text);
  } catch (error) {
    if (error instanceof Mistyped) return error.row;
    throw error;
  }
  return -1;
};

describe('A checkpoint on paper', () => {
  it('is four rows of five groups, and is typed in again in whatever spacing and case', () => {
    expect(lines).toHaveLength(6);
    expect(lines[2]).toMatch(/^([0-9a-f]{4} ){4} [0-9a-f]{4}$/);
    expect(readPaper(typed)).toEqual(checkpoint);
    expect(
      readPaper(
        `\n${[...lines.slice(0, 2), ...lines.slice(2).map((row) => row.toUpperCase().replaceAll('  ', ''))].join('\n')}\n\n`,
      ),
    ).toEqual(checkpoint);
  });

  it('tells in which row a digit was mistyped, wherever it stands', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 0, max: 19 }),
        fc.integer({ min: 1, max: 15 }),
        (row, at, by) => {
          const digits = lines[row]!.replaceAll(' ', '').split('');
          digits[at] = ((parseInt(digits[at]!, 16) + by) % 16).toString(16);
          expect(rowOf(lines.with(row, digits.join('')).join('\n'))).toBe(row - 1);
        },
      ),
    ));

  it.each([
    ['two rows in the other order', [...lines.slice(0, 3), lines[4]!, lines[3]!, lines[5]!].join('\n'), 2],
    ['another size', lines.with(1, '1234568').join('\n'), 0],
    ['a size with a sign', lines.with(1, '+1234567').join('\n'), 0],
    ['another name', lines.with(0, 'zhice/3f2').join('\n'), 0],
    ['a row too few', lines.slice(0, 5).join('\n'), 0],
    ['a letter that is no digit', typed.replace(/.$/, 'g'), 4],
    ['nothing', '', 0],
  ])('is refused with %s', (_, text, row) => expect(rowOf(text)).toBe(row));

  it('may be held as it was signed or as it was typed', () => {
    expect(heldCheckpoint(typed)).toEqual(checkpoint);
    expect(heldCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
    expect(() => heldCheckpoint(`${checkpointText(checkpoint)}\n— a AAAA\n`)).toThrow(NotANote);
  });
});
