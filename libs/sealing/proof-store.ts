import type pg from 'pg';
import { publicKeyOf } from '#libs/proof/entry';
import { boundKey, type Known } from '#libs/proof/entry-checks';
import { headsStream, type StreamHead } from '#libs/proof/heads';
import { edgePlaces, nodesIn, tileOf, tilePath, TreeEdge, type Tile, type TilePlace } from '#libs/proof/tile';
import { placesRead, type NodePlace, type NodeReader } from '#libs/proof/tree';
import type { StoredEntry } from '#libs/event-store/port';

export type Queryable = pg.Pool | pg.ClientBase;

export interface SealedHead {
  /** Entries sealed: leaves of the tree. */
  readonly size: number;
  /** Position of the last entry looked at, sealed or in quarantine. */
  readonly readTo: string | null;
  /** Latest time of acceptance sealed. */
  readonly latest: string;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
  /** Leaf index of the entry that holds the map of the stream heads. */
  readonly headsAt: number;
}

interface HeadRow {
  size: string;
  read_to: string | null;
  latest: string;
}

export async function headOf(db: Queryable, lock: '' | 'for update' = ''): Promise<SealedHead> {
  const { rows } = await db.query<HeadRow>(`select size, read_to, latest from proof.head ${lock}`);
  return { size: Number(rows[0]!.size), readTo: rows[0]!.read_to, latest: rows[0]!.latest };
}

/** What must be known to check these entries. */
export async function knownFor(db: Queryable, entries: readonly StoredEntry[], latest: string): Promise<Known> {
  const streams = [...new Set(entries.map(({ stream }) => stream))];
  const ids = entries.map(({ id }) => id);
  const heads = await db.query<{ stream: string; rev: string; leaf: string }>(
    `select stream, rev, leaf from proof.stream_head where stream = any($1)`,
    [streams],
  );
  const bound = await db.query<{ stream: string; key_id: string; commitment: string }>(
    `select stream, key_id, commitment from proof.bound_key where stream = any($1)`,
    [streams],
  );
  const writers = await db.query<{ writer_key_id: string; public_key: string; revoked_at: string | null }>(
    `select writer_key_id, public_key, revoked_at from proof.writer`,
  );
  const known = await db.query<{ event_id: string }>(`select event_id from proof.entry where event_id = any($1)`, [
    ids,
  ]);
  return {
    heads: new Map(heads.rows.map(({ stream, rev, leaf }) => [stream, { rev: Number(rev), leaf }])),
    bound: new Map(bound.rows.map(({ stream, key_id, commitment }) => [boundKey(stream, key_id), commitment])),
    writers: new Map(
      writers.rows.map(({ writer_key_id: id, public_key: raw, revoked_at: at }) => [
        id,
        { key: publicKeyOf(raw), ...(at === null ? {} : { revokedAt: Number(at) }) },
      ]),
    ),
    ids: new Set(known.rows.map(({ event_id }) => event_id)),
    latest,
  };
}

/** Nodes of the sealed tree at these places. */
export async function nodesFrom(db: Queryable, places: readonly NodePlace[]): Promise<NodeReader> {
  const wanted = new Map(places.map(tileOf).map((place) => [tilePath(place), place]));
  const tiles = await tilesAt(db, [...wanted.values()]);
  return nodesIn((place) => tiles.get(tilePath(place)));
}

/** By `tilePath`; those that are not there are left out. */
export async function tilesAt(db: Queryable, places: readonly TilePlace[]): Promise<Map<string, Buffer>> {
  const { rows } = await db.query<{ level: number; index: string; data: Buffer }>(
    `select level, index, data from proof.tile join unnest($1::smallint[], $2::bigint[]) as asked (level, index) using (level, index)`,
    [places.map(({ level }) => level), places.map(({ index }) => index)],
  );
  return new Map(rows.map(({ level, index, data }) => [tilePath({ level, index: Number(index) }), data]));
}

/** A proof or root of the sealed tree: fetches at once all that `work` reads. */
export async function fromTree<T>(db: Queryable, work: (read: NodeReader) => T): Promise<T> {
  return work(await nodesFrom(db, placesRead(work)));
}

export async function edgeOf(db: Queryable, size: number): Promise<TreeEdge> {
  const places = edgePlaces(size);
  const tiles = await tilesAt(db, places);
  return new TreeEdge(
    size,
    places.map((place) => tiles.get(tilePath(place)) ?? Buffer.alloc(0)),
  );
}

export async function putTiles(db: Queryable, tiles: readonly Tile[]): Promise<void> {
  await db.query(
    `insert into proof.tile (level, index, data) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
     on conflict (level, index) do update set data = excluded.data`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ data }) => data)],
  );
}

/** The last entry of every sealed stream that is in the map. */
export async function allHeads(db: Queryable): Promise<StreamHead[]> {
  const { rows } = await db.query<{ stream: string; rev: string; leaf: string }>(
    `select stream, rev, leaf from proof.stream_head where stream <> $1`,
    [headsStream],
  );
  return rows.map(({ stream, rev, leaf }) => ({ s: stream, rev: Number(rev), h: leaf }));
}

interface CheckpointRow {
  size: string;
  note: string;
  heads_at: string;
}

const checkpointOf = ({ size, note, heads_at: at }: CheckpointRow): StoredCheckpoint => ({
  size: Number(size),
  note,
  headsAt: Number(at),
});

/** Newest first; `size` alone when given. */
export async function checkpoints(
  db: Queryable,
  asked: { readonly limit: number; readonly size?: number },
): Promise<StoredCheckpoint[]> {
  const { rows } = await db.query<CheckpointRow>(
    `select size, note, heads_at from proof.checkpoint where $2::bigint is null or size = $2 order by size desc limit $1`,
    [asked.limit, asked.size ?? null],
  );
  return rows.map(checkpointOf);
}

/** Kept for ever; a note may gain lines of witnesses later. */
export async function keepCheckpoint(
  db: Queryable,
  { size, note, headsAt }: StoredCheckpoint,
  witnessed: boolean,
): Promise<void> {
  await db.query(
    `insert into proof.checkpoint (size, note, heads_at, witnessed_at) values ($1, $2, $3, case when $4 then now() end)
     on conflict (size) do update set note = excluded.note, witnessed_at = coalesce(proof.checkpoint.witnessed_at, excluded.witnessed_at)`,
    [size, note, headsAt, witnessed],
  );
}
