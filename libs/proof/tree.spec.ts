import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { edgePlaces, nodesIn, TreeEdge, tilePath, type TilePlace } from './tile.js';
import {
  consistencyHolds,
  consistencyProof,
  emptyRoot,
  inclusionHolds,
  inclusionProof,
  leafHashOf,
  nodeHashOf,
  placesRead,
  rootOf,
  treeOf,
  type Hash,
} from './tree.js';

const leafAt = (i: number): Hash => leafHashOf(Buffer.from(`entry ${i}`));
const leavesOf = (n: number): Hash[] => Array.from({ length: n }, (_, i) => leafAt(i));
const root = (n: number): Hash => rootOf(treeOf(leavesOf(n)), n);

/** RFC 6962 2.1 word for word, as the other opinion. */
function merkleTreeHash(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHashOf(merkleTreeHash(leaves.slice(0, k)), merkleTreeHash(leaves.slice(k)));
}

describe('A tree over the entries', () => {
  it('of nothing has the hash of nothing', () =>
    expect(root(0).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'));

  it('has the root that RFC 6962 defines, for every size to 130', () => {
    for (let n = 0; n <= 130; n++) expect(root(n)).toEqual(merkleTreeHash(leavesOf(n)));
  });

  it('shows that any of its leaves stands in it, for every size to 130', () => {
    for (let size = 1; size <= 130; size++) {
      const read = treeOf(leavesOf(size));
      for (let index = 0; index < size; index++) {
        const asked = { leaf: leafAt(index), index, size, root: rootOf(read, size) };
        expect(inclusionHolds({ ...asked, proof: inclusionProof(read, index, size) })).toBe(true);
      }
    }
  });

  it('shows that it begins with any of its earlier states, for every size to 130', () => {
    for (let size = 1; size <= 130; size++) {
      const read = treeOf(leavesOf(size));
      for (let old = 1; old <= size; old++) {
        const proof = consistencyProof(read, old, size);
        expect(consistencyHolds({ old, oldRoot: root(old), size, root: rootOf(read, size), proof })).toBe(true);
      }
    }
  });

  it('names the nodes a proof needs before any is read', () => {
    const read = treeOf(leavesOf(100));
    const places = placesRead((node) => inclusionProof(node, 37, 100));
    expect(places.map(({ level, index }) => read(level, index))).toHaveLength(places.length);
  });
});

describe('A proof does not hold', () => {
  const size = 100;
  const read = treeOf(leavesOf(size));
  const holding = { leaf: leafAt(37), index: 37, size, root: root(size), proof: inclusionProof(read, 37, size) };
  const older = { old: 41, oldRoot: root(41), size, root: root(size), proof: consistencyProof(read, 41, size) };

  it.each<[string, Partial<typeof holding>]>([
    ['another leaf', { leaf: leafAt(38) }],
    ['another index', { index: 36 }],
    ['an index behind the end', { index: 100 }],
    ['a negative index', { index: -1 }],
    ['a size at which its path has another shape', { size: 64 }],
    ['a broken size', { size: 100.5 }],
    ['another root', { root: root(99) }],
    ['a proof cut short', { proof: holding.proof.slice(1) }],
    ['a proof made longer', { proof: [...holding.proof, leafAt(1)] }],
    ['a hash of 31 bytes', { proof: holding.proof.map((hash, i) => (i === 2 ? hash.subarray(1) : hash)) }],
    [
      'the two halves of a node offered as an entry',
      {
        leaf: leafHashOf(Buffer.concat([read(0, 36), read(0, 37)])),
        index: 18,
        size: 50,
        proof: holding.proof.slice(1),
      },
    ],
  ])('of inclusion: %s', (_, changed) => expect(inclusionHolds({ ...holding, ...changed })).toBe(false));

  it.each<[string, Partial<typeof older>]>([
    ['another old root', { oldRoot: root(40) }],
    ['another root', { root: root(99) }],
    ['an old size of nothing', { old: 0, oldRoot: emptyRoot, proof: [] }],
    ['an old size above the size', { old: 101 }],
    ['a proof of 64 hashes', { proof: Array.from({ length: 64 }, (_, i) => leafAt(i)) }],
    ['a proof cut short', { proof: older.proof.slice(0, -1) }],
    ['no proof', { proof: [] }],
  ])('of consistency: %s', (_, changed) => expect(consistencyHolds({ ...older, ...changed })).toBe(false));

  it('when any bit of it is turned', () => {
    fc.assert(
      fc.property(fc.nat({ max: holding.proof.length - 1 }), fc.nat({ max: 255 }), (i, bit) => {
        const proof = holding.proof.map((hash) => Buffer.from(hash));
        proof[i]![bit >> 3]! ^= 1 << (bit & 7);
        expect(inclusionHolds({ ...holding, proof })).toBe(false);
      }),
    );
  });
});

describe('Tiles of a tree', () => {
  it('are the same whatever the steps in which it grew, and hold every node', () => {
    const size = 256 * 256 + 300;
    const leaves = leavesOf(size);
    const stored = new Map<string, Buffer>();
    let edge = new TreeEdge(0, []);
    for (let from = 0, step = 1; from < size; from += step, step = (step * 7) % 1009) {
      for (const tile of edge.append(leaves.slice(from, from + step))) stored.set(tilePath(tile), tile.data);
      // As after a restart: nothing but what was stored is known.
      edge = new TreeEdge(
        edge.size,
        edgePlaces(edge.size).map((place) => stored.get(tilePath(place)) ?? Buffer.alloc(0)),
      );
    }
    const [whole, tiled] = [treeOf(leaves), nodesIn((place: TilePlace) => stored.get(tilePath(place)))];
    expect(rootOf(edge.nodes, size)).toEqual(rootOf(whole, size));
    expect(rootOf(tiled, size)).toEqual(rootOf(whole, size));
    for (const index of [0, 255, 256, 65_535, 65_536, size - 1])
      expect(inclusionProof(tiled, index, size)).toEqual(inclusionProof(whole, index, size));
    expect(consistencyProof(tiled, 65_537, size)).toEqual(consistencyProof(whole, 65_537, size));
  });

  it('have the paths that C2SP gives them', () => {
    expect(tilePath({ level: 0, index: 0 })).toBe('tile/0/000');
    expect(tilePath({ level: 1, index: 1_234_067 })).toBe('tile/1/x001/x234/067');
    expect(tilePath({ level: 0, index: 1 }, 112)).toBe('tile/0/001.p/112');
  });

  it('say which one is missing', () =>
    expect(() =>
      rootOf(
        nodesIn(() => undefined),
        3,
      ),
    ).toThrow('tile tile/0/000 is missing'));
});
