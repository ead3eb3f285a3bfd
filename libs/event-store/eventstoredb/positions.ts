import type { Position } from '../port.js';

/** Commit and prepare position, as texts of whole numbers up to 2^64. */
export interface Place {
  readonly commit: string;
  readonly prepare: string;
}

export const positionOf = ({ commit, prepare }: Place): Position => `${commit}:${prepare}` as Position;

export const placeOf = (position: Position): Place => {
  const [commit = '', prepare = commit] = position.split(':');
  return { commit, prepare };
};

/** By length, then as texts: whole numbers without leading noughts, faster than making numbers of them. */
const compareNumbers = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Negative when `a` stands before `b`. */
export function comparePositions(a: Position, b: Position): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return compareNumbers(one.commit, other.commit) || compareNumbers(one.prepare, other.prepare);
}
