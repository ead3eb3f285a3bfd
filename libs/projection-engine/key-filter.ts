interface Layer {
  readonly bits: Uint32Array;
  readonly mask: number;
  left: number;
}

const firstKeys = 65_536;
const growth = 4;
const bitsPerKey = 16;
const probes = 7;

/** Remembers keys in two bytes each (a Bloom filter that grows): "no" is certain, "perhaps" is wrong once in a thousand. */
export class KeyFilter {
  private readonly layers: Layer[] = [];
  private h1 = 0;
  private h2 = 0;

  add(key: string): void {
    let layer = this.layers.at(-1);
    if (!layer || layer.left === 0) {
      const keys = firstKeys * growth ** this.layers.length;
      layer = { bits: new Uint32Array((keys * bitsPerKey) / 32), mask: keys * bitsPerKey - 1, left: keys };
      this.layers.push(layer);
    }
    this.hash(key);
    for (let i = 0, at = this.h1; i < probes; i++, at = (at + this.h2) | 0) {
      const bit = at & layer.mask;
      layer.bits[bit >>> 5]! |= 1 << (bit & 31);
    }
    layer.left--;
  }

  mayHold(key: string): boolean {
    if (this.layers.length === 0) return false;
    this.hash(key);
    return this.layers.some((layer) => this.isIn(layer));
  }

  private isIn({ bits, mask }: Layer): boolean {
    for (let i = 0, at = this.h1; i < probes; i++, at = (at + this.h2) | 0) {
      const bit = at & mask;
      if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }

  /** Two hashes in one walk; the probes are their sums. */
  private hash(key: string): void {
    let [a, b] = [0x811c9dc5, 0x9747b28c];
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15);
    }
    this.h1 = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ (b >>> 13);
    this.h2 = Math.imul(b ^ (b >>> 16), 0x297a2d39) | 1;
  }
}
