import { hash } from 'node:crypto';

/** 32 bytes of SHA-256. */
export type Hash = Buffer;
export const hashBytes = 32;

/** RFC 6962 2.1: a leaf and a node can never be taken for each other (attack 42). */
export const leafHashOf = (bytes: Uint8Array): Hash =>
  hash('sha256', Buffer.concat([Buffer.of(0), bytes], bytes.length + 1), 'buffer');

// Hashed at once, so one place to put the two together serves for all.
const pair = Buffer.alloc(1 + 2 * hashBytes, 1);

export function nodeHashOf(left: Hash, right: Hash): Hash {
  if (left.length !== hashBytes || right.length !== hashBytes) throw new RangeError('a node is made of two hashes');
  pair.set(left, 1);
  pair.set(right, 1 + hashBytes);
  return hash('sha256', pair, 'buffer');
}
export const emptyRoot: Hash = hash('sha256', Buffer.alloc(0), 'buffer');

/** The hash of the complete subtree over the leaves [index · 2^level, (index + 1) · 2^level). */
export type NodeReader = (level: number, index: number) => Hash;

/** Where a complete subtree stands. */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

/** Largest power of two below n, for n > 1. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Hash over the leaves [from, to); `from` is a multiple of the power of two at or above the span. */
export function rangeHash(read: NodeReader, from: number, to: number): Hash {
  const count = to - from;
  const level = Math.log2(count);
  if (Number.isInteger(level)) return read(level, from / count);
  const k = split(count);
  return nodeHashOf(rangeHash(read, from, from + k), rangeHash(read, from + k, to));
}

export const rootOf = (read: NodeReader, size: number): Hash => (size === 0 ? emptyRoot : rangeHash(read, 0, size));

/** RFC 6962 2.1.1: shows that leaf `index` stands in the tree of `size` leaves. */
export function inclusionProof(read: NodeReader, index: number, size: number): Hash[] {
  const path = (from: number, to: number): Hash[] => {
    if (to - from === 1) return [];
    const middle = from + split(to - from);
    return index < middle
      ? [...path(from, middle), rangeHash(read, middle, to)]
      : [...path(middle, to), rangeHash(read, from, middle)];
  };
  return path(0, size);
}

/** RFC 6962 2.1.2: shows that the tree of `size` leaves begins with the tree of `old` leaves; 0 < old ≤ size. */
export function consistencyProof(read: NodeReader, old: number, size: number): Hash[] {
  const path = (span: { from: number; to: number; whole: boolean }): Hash[] => {
    const { from, to, whole } = span;
    if (to === old) return whole ? [] : [rangeHash(read, from, to)];
    const middle = from + split(to - from);
    return old <= middle
      ? [...path({ from, to: middle, whole }), rangeHash(read, middle, to)]
      : [...path({ from: middle, to, whole: false }), rangeHash(read, from, middle)];
  };
  return old === size ? [] : path({ from: 0, to: size, whole: true });
}

/** Which nodes `work` reads, so that they can be fetched at once; what it computes on the way is thrown away. */
export function placesRead(work: (read: NodeReader) => unknown): NodePlace[] {
  const places: NodePlace[] = [];
  work((level, index) => {
    places.push({ level, index });
    return emptyRoot;
  });
  return places;
}

/** All nodes of a tree that is in memory whole. */
export function treeOf(leaves: readonly Hash[]): NodeReader {
  const rows: Hash[][] = [[...leaves]];
  for (let row = rows[0]!; row.length > 1; row = rows.at(-1)!)
    rows.push(Array.from({ length: Math.floor(row.length / 2) }, (_, i) => nodeHashOf(row[2 * i]!, row[2 * i + 1]!)));
  return (level, index) => {
    const found = rows[level]?.[index];
    if (!found) throw new RangeError(`no complete subtree at level ${level}, index ${index}`);
    return found;
  };
}

const wellFormed = (hashes: readonly Hash[]): boolean => hashes.every(({ length }) => length === hashBytes);
const whole = (...numbers: readonly number[]): boolean => numbers.every((n) => Number.isSafeInteger(n) && n >= 0);

/** Numbers of leaves may pass 2^32, so no bit operators. */
const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

/**
 * On which side of the way from `node` up to the root each of `count` siblings stands, at a row whose last node is `last`;
 * undefined when the way is longer or shorter than that.
 */
function sidesOf(node: number, last: number, count: number): ('left' | 'right')[] | undefined {
  const sides: ('left' | 'right')[] = [];
  for (; last > 0 && sides.length <= count; [node, last] = [half(node), half(last)]) {
    const left = isOdd(node) || node === last;
    sides.push(left ? 'left' : 'right');
    // The last node of a row that has no neighbour moves up unchanged.
    while (left && !isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
  }
  return sides.length === count ? sides : undefined;
}

const joined = (from: Hash, siblings: readonly Hash[], sides: readonly ('left' | 'right')[]): Hash =>
  siblings.reduce(
    (hash, sibling, i) => (sides[i] === 'left' ? nodeHashOf(sibling, hash) : nodeHashOf(hash, sibling)),
    from,
  );

/** RFC 9162 2.1.3.2. A proof that is too long or too short does not hold. */
export function inclusionHolds(asked: {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}): boolean {
  const { leaf, index, size, root, proof } = asked;
  if (!whole(index, size) || index >= size || !wellFormed([leaf, root, ...proof])) return false;
  const sides = sidesOf(index, size - 1, proof.length);
  return sides !== undefined && joined(leaf, proof, sides).equals(root);
}

/** RFC 9162 2.1.4.2. Nothing is consistent with an empty tree: every tree is, so it says nothing. */
export function consistencyHolds(asked: {
  readonly old: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}): boolean {
  const { old, oldRoot, size, root, proof } = asked;
  if (!whole(old, size) || old === 0 || old > size || !wellFormed([oldRoot, root, ...proof])) return false;
  if (old === size) return proof.length === 0 && oldRoot.equals(root);
  return growthHolds(asked);
}

function growthHolds({ old, oldRoot, size, root, proof }: Parameters<typeof consistencyHolds>[0]): boolean {
  const [first, ...rest] = Number.isInteger(Math.log2(old)) ? [oldRoot, ...proof] : proof;
  if (!first) return false;
  let [node, last] = [old - 1, size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  const sides = sidesOf(node, last, rest.length);
  if (!sides) return false;
  // What stands left was there already when the tree was old.
  const older = rest.filter((_, i) => sides[i] === 'left');
  return (
    joined(
      first,
      older,
      older.map(() => 'left'),
    ).equals(oldRoot) && joined(first, rest, sides).equals(root)
  );
}
