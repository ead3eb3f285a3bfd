import { headKey, headLeaf, type StreamHead } from './heads.js';
import { hashBytes, nodeHashOf, rootOf, type Hash } from './tree.js';

/**
 * The map of stream heads as the log grows: asked for its root again and again, it hashes only what changed since it was asked last,
 * and what stands right of a stream that is new.
 */
export class HeadTree {
  private keys: string[] = [];
  /** Level 0 first: 32 bytes for each complete subtree. */
  private rows: Buffer[] = [Buffer.alloc(0)];
  private readonly changed = new Map<string, StreamHead>();

  set(head: StreamHead): void {
    this.changed.set(headKey(head.s), head);
  }

  get streams(): number {
    let added = 0;
    for (const key of this.changed.keys()) if (!this.isThere(key)) added++;
    return this.keys.length + added;
  }

  root(): Hash {
    this.takeIn();
    const read = (level: number, index: number): Hash =>
      this.rows[level]!.subarray(index * hashBytes, (index + 1) * hashBytes);
    return rootOf(read, this.keys.length);
  }

  private isThere(key: string): boolean {
    return this.keys[this.placeOf(key)] === key;
  }

  /** Of the first key that is not below this one. */
  private placeOf(key: string): number {
    let [low, high] = [0, this.keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private takeIn(): void {
    const added = [...this.changed.keys()].filter((key) => !this.isThere(key)).sort();
    const firstNew = added.length === 0 ? this.keys.length : this.placeOf(added[0]!);
    if (added.length > 0) this.makeRoom(added);
    const places: number[] = [];
    for (const [key, head] of this.changed) {
      const place = this.placeOf(key);
      headLeaf(head).copy(this.rows[0]!, place * hashBytes);
      if (place < firstNew) places.push(place);
    }
    this.changed.clear();
    this.hashAbove(places, firstNew);
  }

  private makeRoom(added: readonly string[]): void {
    const keys: string[] = [];
    const leaves = Buffer.alloc((this.keys.length + added.length) * hashBytes);
    let next = 0;
    for (const [place, key] of this.keys.entries()) {
      while (next < added.length && added[next]! < key) keys.push(added[next++]!);
      this.rows[0]!.copy(leaves, keys.length * hashBytes, place * hashBytes, (place + 1) * hashBytes);
      keys.push(key);
    }
    while (next < added.length) keys.push(added[next++]!);
    [this.keys, this.rows[0]] = [keys, leaves];
  }

  /** Every subtree over a changed place, and all that reach to `from` or beyond. */
  private hashAbove(places: readonly number[], from: number): void {
    let [changed, first] = [new Set(places), from];
    for (let level = 1, count = this.keys.length >> 1; count > 0; level++, count >>= 1) {
      const below = this.rows[level - 1]!;
      const row = this.rowOf(level, count);
      const hash = (index: number): void => {
        const at = index * 2 * hashBytes;
        nodeHashOf(below.subarray(at, at + hashBytes), below.subarray(at + hashBytes, at + 2 * hashBytes)).copy(
          row,
          index * hashBytes,
        );
      };
      first >>= 1;
      changed = new Set([...changed].map((place) => place >> 1));
      for (const index of changed) if (index < first && index < count) hash(index);
      for (let index = first; index < count; index++) hash(index);
    }
  }

  private rowOf(level: number, count: number): Buffer {
    const before = this.rows[level];
    if (before?.length === count * hashBytes) return before;
    const row = Buffer.alloc(count * hashBytes);
    before?.copy(row);
    return (this.rows[level] = row);
  }
}
