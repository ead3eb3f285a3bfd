import { hashBytes, nodeHashOf, type Hash, type NodePlace, type NodeReader } from './tree.js';

/** C2SP tlog-tiles: eight levels of the tree a tile, 256 hashes when full. */
export const tileLevels = 8;
export const tileWidth = 2 ** tileLevels;

export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

export interface Tile extends TilePlace {
  /** 1 to 256 hashes of 32 bytes, left to right. */
  readonly data: Buffer;
}

/** `tile/0/x001/234.p/112`: thousands in folders of their own, the width behind a tile that is not full yet. */
export function tilePath({ level, index }: TilePlace, width = tileWidth): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g)!;
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** The tile that holds what is needed for the complete subtree at `place`. */
export function tileOf({ level, index }: NodePlace): TilePlace {
  const row = Math.floor(level / tileLevels);
  const spanned = 2 ** (level - row * tileLevels);
  return { level: row, index: Math.floor((index * spanned) / tileWidth) };
}

const hashAt = (data: Buffer, i: number): Hash => {
  const found = data.subarray(i * hashBytes, (i + 1) * hashBytes);
  if (found.length !== hashBytes) throw new RangeError(`a tile is too short for its hash ${i}`);
  return found;
};

/** Reads nodes out of tiles that are at hand. Throws RangeError when one is missing or too short. */
export function nodesIn(tile: (place: TilePlace) => Buffer | undefined): NodeReader {
  return (level, index) => {
    const place = tileOf({ level, index });
    const data = tile(place);
    if (!data) throw new RangeError(`tile ${tilePath(place)} is missing`);
    const height = level - place.level * tileLevels;
    return subtreeIn(data, { first: (index * 2 ** height) % tileWidth, height });
  };
}

/** Hash of the subtree of `height` over the hashes of a tile from `first` on. */
function subtreeIn(data: Buffer, { first, height }: { first: number; height: number }): Hash {
  if (height === 0) return hashAt(data, first);
  const halfway = first + 2 ** (height - 1);
  return nodeHashOf(
    subtreeIn(data, { first, height: height - 1 }),
    subtreeIn(data, { first: halfway, height: height - 1 }),
  );
}

/** A tile that is being filled. */
interface Filling {
  readonly data: Buffer;
  count: number;
}

/** The right edge of a growing tree: one tile that is not full a level, all that a new leaf needs. */
export class TreeEdge {
  private readonly edge: Filling[] = [];
  private readonly touched = new Set<number>();
  private filled: Tile[] = [];

  /** `tiles`: the tile that is not full yet of each level, level 0 first; none for an empty tree. */
  constructor(
    private leaves: number,
    tiles: readonly Buffer[],
  ) {
    for (const [level, tile] of tiles.entries()) {
      this.edge[level] = { data: Buffer.alloc(tileWidth * hashBytes), count: tile.length / hashBytes };
      tile.copy(this.edge[level].data);
    }
  }

  get size(): number {
    return this.leaves;
  }

  /** Takes the next leaves. Answers every tile that changed, full ones and those at the edge. */
  append(leaves: readonly Hash[]): Tile[] {
    this.touched.clear();
    for (const leaf of leaves) this.push(leaf);
    return [...this.full(), ...this.partial().filter(({ level }) => this.touched.has(level))];
  }

  /** Takes one leaf. What became full is told by `full`. */
  push(leaf: Hash): void {
    this.put(0, this.leaves++, leaf);
  }

  /** Tiles that became full since it was asked last. */
  full(): Tile[] {
    const tiles = this.filled;
    this.filled = [];
    return tiles;
  }

  /** Tiles at the edge, of every level that has one. */
  partial(): Tile[] {
    return this.edge.flatMap(({ data, count }, level) =>
      count === 0 || count === tileWidth
        ? []
        : { level, index: this.indexAt(level), data: Buffer.from(data.subarray(0, count * hashBytes)) },
    );
  }

  private indexAt(level: number): number {
    return Math.floor(this.leaves / tileWidth ** (level + 1));
  }

  private put(level: number, index: number, hash: Hash): void {
    const filling = (this.edge[level] ??= { data: Buffer.alloc(tileWidth * hashBytes), count: 0 });
    if (index % tileWidth === 0) filling.count = 0;
    filling.data.set(hash, filling.count * hashBytes);
    filling.count++;
    this.touched.add(level);
    if (filling.count < tileWidth) return;
    const above = Math.floor(index / tileWidth);
    this.filled.push({ level, index: above, data: Buffer.from(filling.data) });
    this.put(level + 1, above, subtreeIn(filling.data, { first: 0, height: tileLevels }));
  }

  /** Reads every complete subtree that the root of the present size is made of. */
  get nodes(): NodeReader {
    return nodesIn(({ level }) => {
      const filling = this.edge[level];
      return filling?.data.subarray(0, filling.count * hashBytes);
    });
  }
}

/** Places of the edge tiles of a tree, level 0 first; a level whose last tile is just full has none. */
export function edgePlaces(size: number): TilePlace[] {
  const places: TilePlace[] = [];
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / tileWidth)])
    places.push({ level, index: Math.floor((count - 1) / tileWidth) });
  return places;
}
