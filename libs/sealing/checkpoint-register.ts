import type pg from 'pg';
import { readCheckpoint, rootGroups } from '#libs/proof/checkpoint';
import { readNote } from '#libs/proof/note';

/** A signed head of the log as it is kept. */
export interface KeptCheckpoint {
  readonly size: number;
  /** Sixteen groups of four hexadecimal digits, to be compared with paper. */
  readonly rootGroups: string;
  /** When this house kept it: not proved by anything. */
  readonly keptAt: Date;
  /** Of the first witness's signature. */
  readonly witnessedAt: Date | null;
  /** Names of keys that signed beside the log's own. */
  readonly witnesses: readonly string[];
  /** The signed text itself, to be taken away. */
  readonly note: string;
}

export interface KeptCheckpoints {
  readonly items: readonly KeptCheckpoint[];
  readonly total: number;
}

interface Row {
  readonly size: string;
  readonly note: string;
  readonly signed_at: Date;
  readonly witnessed_at: Date | null;
  readonly total: string;
}

/** Newest first; page from 1. */
export async function keptCheckpoints(
  pool: Pick<pg.Pool, 'query'>,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<KeptCheckpoints> {
  const { rows } = await pool.query<Row>(
    `select size, note, signed_at, witnessed_at, count(*) over () as total from proof.checkpoint
     order by size desc limit $1 offset $2`,
    [pageSize, (page - 1) * pageSize],
  );
  return { items: rows.map(keptOf), total: Number(rows[0]?.total ?? 0) };
}

function keptOf({ size, note, signed_at: keptAt, witnessed_at: witnessedAt }: Row): KeptCheckpoint {
  const { text, signatures } = readNote(note);
  const { origin, root } = readCheckpoint(text);
  const witnesses = signatures.map(({ name }) => name).filter((name) => name !== origin);
  return { size: Number(size), rootGroups: rootGroups(root), keptAt, witnessedAt, witnesses, note };
}

/** An entry that the sealer refused, and the checks it failed. */
export interface Quarantined {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly checks: readonly string[];
  readonly foundAt: Date;
}

/** Newest first, a hundred at most: one is too many. */
export async function quarantined(pool: Pick<pg.Pool, 'query'>): Promise<readonly Quarantined[]> {
  const { rows } = await pool.query<{
    position: string;
    stream: string;
    revision: string;
    faults: readonly { readonly check: string }[];
    found_at: Date;
  }>('select position, stream, revision, faults, found_at from proof.quarantine order by found_at desc limit 100');
  return rows.map(({ position, stream, revision, faults, found_at: foundAt }) => ({
    ...{ position, stream, revision: Number(revision), foundAt },
    checks: faults.map(({ check }) => check),
  }));
}
