import { hash } from 'node:crypto';
import { readCheckpoint, type Checkpoint } from './checkpoint.js';
import { NotANote, readNote } from './note.js';

const groupsInRow = 4;
const rows = 4;
const rowDigits = groupsInRow * 4;

/** What was typed from paper is not what was printed; `row` counts from 1, 0 when it is the form that is wrong. */
export class Mistyped extends Error {
  constructor(
    readonly row: number,
    why: string,
  ) {
    super(why);
  }
}

/** Four digits that tell a slip of the pen in this row, in the size or in the name. They protect against no one who means it. */
const checkOf = (checkpoint: Checkpoint, row: number, digits: string): string =>
  hash('sha256', `zhice-paper@1\n${checkpoint.origin}\n${checkpoint.size}\n${row} ${digits}`, 'hex').slice(0, 4);

const grouped = (digits: string): string => digits.match(/.{4}/g)!.join(' ');

/** A checkpoint without its signatures, for paper: name, size, and the root in four rows of four groups with a fifth to check each. */
export function paperLines(checkpoint: Checkpoint): string[] {
  const root = checkpoint.root.toString('hex');
  const digitsOf = (i: number): string => root.slice(i * rowDigits, (i + 1) * rowDigits);
  const row = (i: number): string => `${grouped(digitsOf(i))}  ${checkOf(checkpoint, i + 1, digitsOf(i))}`;
  return [checkpoint.origin, String(checkpoint.size), ...Array.from({ length: rows }, (_, i) => row(i))];
}

/** Blanks between groups and upper or lower case do not matter. Throws Mistyped and names the row. */
export function readPaper(typed: string): Checkpoint {
  const lines = typed.split('\n').map((line) => line.trim());
  const [origin = '', size = '', ...typedRows] = lines.filter((line) => line !== '');
  const digits = typedRows.map((line) => line.replace(/\s/g, '').toLowerCase());
  const short = digits.findIndex((line) => !/^[0-9a-f]{20}$/.test(line));
  if (short >= 0) throw new Mistyped(short + 1, 'a row has five groups of four digits 0-9 and a-f');
  if (digits.length !== rows) throw new Mistyped(0, `name, size and ${rows} rows`);
  const checkpoint = spelt({ origin, size, root: digits.map((line) => line.slice(0, rowDigits)).join('') });
  const wrong = digits.flatMap((line, i) =>
    line.slice(rowDigits) === checkOf(checkpoint, i + 1, line.slice(0, rowDigits)) ? [] : [i + 1],
  );
  if (wrong.length === rows) throw new Mistyped(0, 'no row fits: the name or the size is not as printed');
  if (wrong.length > 0) throw new Mistyped(wrong[0]!, 'the fifth group does not fit the four before it');
  return checkpoint;
}

function spelt({ origin, size, root }: { origin: string; size: string; root: string }): Checkpoint {
  try {
    return readCheckpoint(`${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`);
  } catch (error) {
    if (error instanceof NotANote) throw new Mistyped(0, error.message);
    throw error;
  }
}

/**
 * A checkpoint that somebody holds from elsewhere, signed or typed from paper: what he holds he believes, so nobody's signature is
 * asked. Throws NotANote or Mistyped.
 */
export function heldCheckpoint(text: string): Checkpoint {
  if (text.includes('\n\n— ')) return readCheckpoint(readNote(text).text);
  return /^[^\n]+\n\d+\n[A-Za-z0-9+/]{43}=\n?$/.test(text) ? readCheckpoint(`${text.trim()}\n`) : readPaper(text);
}
