import type { StoredEntry } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import { verifySignature } from '#libs/proof/entry';
import { checkEntry, type Known } from '#libs/proof/entry-checks';
import { knownFor } from '#libs/sealing/proof-store';
import { auditEntry, type AuditEntry } from './audit-entries.js';

export interface ReplayedEntry extends AuditEntry {
  /** Leaf of the tree; null where it is not sealed yet. */
  readonly n: number | null;
  /** Names of the checks that it fails; none where everything holds. */
  readonly faults: readonly string[];
}

export interface ReplayedStream {
  readonly stream: string;
  /** From the first entry on, each checked against all before it. */
  readonly items: readonly ReplayedEntry[];
  readonly faultCount: number;
}

type Parts = Pick<House, 'store' | 'mainPool'>;

/** A stream from its first entry, with form, place, chain, keys and signature of each checked. Empty where there is none. */
export async function replayedStream({ store, mainPool }: Parts, stream: string): Promise<ReplayedStream> {
  const entries: StoredEntry[] = [];
  for await (const stored of store.readStream(stream)) entries.push(stored);
  const sealed = await leavesOf(mainPool, entries);
  const { writers } = await knownFor(mainPool, entries, '');
  const known: Known = { heads: new Map(), bound: new Map(), writers, ids: new Set(), latest: '' };
  const items: ReplayedEntry[] = [];
  for (const stored of entries) {
    const n = sealed.get(stored.id);
    items.push({ ...auditEntry(stored), n: n ?? null, faults: await faultsOf(stored, { n, log: store.log, known }) });
  }
  return { stream, items, faultCount: items.reduce((sum, { faults }) => sum + faults.length, 0) };
}

async function faultsOf(
  stored: StoredEntry,
  {
    n = Number.MAX_SAFE_INTEGER,
    ...about
  }: { readonly n: number | undefined; readonly log: string; readonly known: Known },
): Promise<string[]> {
  const checked = checkEntry(stored, { ...about, n });
  const faults: string[] = checked.faults.map(({ check }) => check);
  if (checked.signature && !(await verifySignature(checked.signature))) faults.push('WRITER_SIG');
  // What follows is compared with what stands here, be it right or wrong: one fault is told once.
  checked.accept();
  return faults;
}

async function leavesOf(
  pool: Parts['mainPool'],
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ id: string; n: string }>(
    'select event_id as id, n from proof.entry where event_id = any($1::uuid[])',
    [entries.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}
