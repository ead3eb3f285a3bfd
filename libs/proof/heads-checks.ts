import { proofIn, type HeadRange } from './bundle.js';
import { NotCanonical } from './canonical.js';
import { NotAnEntry, readEntry, type Entry } from './entry.js';
import { headKey, headLeaf, headsStream, isAbout, type StreamHead } from './heads.js';
import { inclusionHolds, type Hash } from './tree.js';

/** The map of stream heads as an entry of the log says it. */
export interface HeadsMap {
  readonly entry: Entry;
  /** Entries sealed when the map was made. */
  readonly asOf: number;
  readonly streams: number;
  readonly root: Hash;
}

/** Undefined when the text is not an entry that holds a map. */
export function readMap(text: string): HeadsMap | undefined {
  try {
    const entry = readEntry(text);
    const { asOf, streams, root } = entry.data;
    if (entry.stream !== headsStream || entry.type !== 'StreamHeadsCommitted') return undefined;
    return { entry, asOf: Number(asOf), streams: Number(streams), root: Buffer.from(String(root), 'base64') };
  } catch (error) {
    if (error instanceof NotCanonical || error instanceof NotAnEntry) return undefined;
    throw error;
  }
}

/** Is the last entry that was found the one that the map says? */
export const endsAt = (said: StreamHead | undefined, found: { s: string; rev?: number; leaf?: string }): boolean =>
  said !== undefined && said.s === found.s && said.rev === found.rev && said.h === found.leaf;

/** Why two ranges do not show what they should: that they are of this map, and that one encloses all streams of the subject. */
export function rangeFaults(asked: {
  readonly map: HeadsMap;
  readonly about: HeadRange;
  readonly keys: HeadRange;
  readonly nodes: readonly Hash[];
  readonly subject: string;
}): string[] {
  const { map, about, keys, nodes, subject } = asked;
  const faults: string[] = [];
  if (!rangeHolds(about, map, nodes) || !rangeHolds(keys, map, nodes)) faults.push('a range is not of this map');
  if (!encloses(about, map.streams, subject)) faults.push('the range does not enclose the streams');
  return faults;
}

function rangeHolds({ from, leaves, proofs }: HeadRange, { streams, root }: HeadsMap, nodes: readonly Hash[]): boolean {
  const isIncluded = (head: StreamHead, i: number): boolean =>
    inclusionHolds({
      leaf: headLeaf(head),
      index: from + i,
      size: streams,
      root,
      proof: proofIn(nodes, proofs[i] ?? []),
    });
  const isAfter = ({ s }: StreamHead, i: number): boolean => i === 0 || headKey(leaves[i - 1]!.s) < headKey(s);
  return leaves.length > 0 && leaves.every(isAfter) && leaves.every(isIncluded);
}

/**
 * A stream of somebody else, or the end of the map, on either side; and the subject's place between the two: a range from
 * elsewhere in the map would show that there is nothing about anybody.
 */
function encloses({ from, leaves }: HeadRange, streams: number, subject: string): boolean {
  const [first, last] = [leaves[0], leaves.at(-1)];
  const isBefore = first !== undefined && !isAbout(first.s, subject) && headKey(first.s) < `${subject} `;
  const isAfter = last !== undefined && !isAbout(last.s, subject) && headKey(last.s) > `${subject}-`;
  return (from === 0 || isBefore) && (from + leaves.length === streams || isAfter);
}
