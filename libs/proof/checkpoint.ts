import { NotANote } from './note.js';
import { hashBytes, type Hash } from './tree.js';

/** The head of a log at one size (C2SP tlog-checkpoint). Two with one size and two roots prove that somebody lied. */
export interface Checkpoint {
  /** Name of the log; the same that stands in every entry. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/**
 * Three lines and nothing else: extension lines are refused, so are `045` and other spellings of a number, and so is an empty log,
 * of which nothing can be shown. Throws NotANote.
 */
export function readCheckpoint(text: string): Checkpoint {
  const [, origin, digits, encoded] = /^([^\n]+)\n([1-9]\d{0,15})\n([A-Za-z0-9+/=]+)\n$/.exec(text) ?? [];
  const [size, root] = [Number(digits), Buffer.from(encoded ?? '', 'base64')];
  if (
    origin === undefined ||
    !Number.isSafeInteger(size) ||
    root.length !== hashBytes ||
    root.toString('base64') !== encoded
  )
    throw new NotANote('is not a checkpoint of three lines: name, size, root');
  return { origin, size, root };
}

/** A root as sixteen groups of four digits, to be read aloud and compared with paper. */
export const rootGroups = (root: Hash): string => root.toString('hex').match(/.{4}/g)!.join(' ');
