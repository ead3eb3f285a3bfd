import type { Faults } from './audit-report.js';
import type { SealedLog } from './audit-source.js';
import { tilePath, tileWidth, type Tile } from './tile.js';
import { hashBytes } from './tree.js';

const changedMax = 10_000;

/** Holds the sealer's tiles against those that the log comes to. */
export class TileChecks {
  /** Leaves that the sealer's lowest tiles say otherwise: either the tile was changed, or the entry. */
  readonly changed: number[] = [];
  compared = 0;

  constructor(
    private readonly sealed: SealedLog,
    private readonly faults: Faults,
  ) {}

  /** A tile at the edge may have grown meanwhile; what it had must be there. */
  async compare(tiles: readonly Tile[]): Promise<void> {
    if (tiles.length === 0) return;
    const kept = await this.sealed.tiles(tiles);
    for (const tile of tiles) {
      this.compared++;
      const found = kept.get(tilePath(tile));
      if (!found || found.length < tile.data.length)
        this.faults.add('TILE', `${tilePath(tile)} is missing or cut short`);
      else if (!tile.data.equals(found.subarray(0, tile.data.length))) this.differs(tile, found);
    }
  }

  private differs(tile: Tile, found: Buffer): void {
    if (tile.level > 0) return this.faults.add('TILE', `${tilePath(tile)} is not what lies under it`);
    const hashes = tile.data.length / hashBytes;
    for (let i = 0; i < hashes; i++) {
      const [from, to] = [i * hashBytes, (i + 1) * hashBytes];
      const isSame = tile.data.compare(found, from, to, from, to) === 0;
      if (!isSame && this.changed.length < changedMax) this.changed.push(tile.index * tileWidth + i);
    }
  }

  /**
   * Which of the two it was: where the signed root comes from the log as it stands, the tile is false; else the entry is not the one
   * that was sealed.
   */
  judge(soundUpTo: number): void {
    for (const n of this.changed) {
      if (n < soundUpTo) {
        this.faults.add('TILE', `the leaf kept for entry ${n} is not that of the entry`, { n });
        continue;
      }
      this.faults.add('LEAF', 'the entry is not the one that was sealed here', { n });
      this.faults.add('UNLOGGED_EVENT', 'as it stands it was never sealed', { n });
      this.faults.add('STORE_MISSING', 'as it was sealed it is not in the log', { n });
    }
  }
}
