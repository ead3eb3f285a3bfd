import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EventCodec } from '#libs/event-store/codec';
import type { EventStore, Position } from '#libs/event-store/port';
import { StartRefused } from '#libs/postgres/fault';
import { keyCommitment } from '#libs/privacy/envelope';
import type { MasterKey } from '#libs/privacy/master-key';
import { placeOf, type KeyRow } from '#libs/privacy/postgres-key-ring';

const format = 'zhice-keys-backup@1';
const tables = ['subject_key', 'shredded_key', 'fenced_subject', 'blind_index', 'master_key'] as const;

/** All of the key database, as PostgreSQL writes its rows in JSON. Keys in it stay wrapped by the master key, which is not in it. */
interface Content {
  readonly format: typeof format;
  readonly log: string;
  readonly takenAt: string;
  readonly tables: Readonly<Record<(typeof tables)[number], readonly object[]>>;
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/** One text: a line with the SHA-256 of what follows, then the rows. */
export async function takeKeyBackup(pool: pg.Pool, log: string, at: Date): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const held: Record<string, readonly object[]> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ row: object }>(`select to_jsonb(t) as row from keys.${table} t`);
      held[table] = rows.map(({ row }) => row);
    }
    await client.query('commit');
    const content = JSON.stringify({ format, log, takenAt: at.toISOString(), tables: held });
    return `${hashOf(content)}\n${content}\n`;
  } finally {
    client.release(true);
  }
}

/** Throws StartRefused for a file that is damaged, or of something else. */
export function contentOf(text: string): Content {
  const [hash, content = ''] = text.split('\n');
  if (hash !== hashOf(content)) throw new StartRefused('密钥备份文件已损坏：内容与校验值不符。', '请换用另一份备份。');
  const read = JSON.parse(content) as Content;
  if (read.format !== format) throw new StartRefused('这不是志册的密钥备份。', '请选用 zhice keys backup 生成的文件。');
  return read;
}

export interface RestoreTest {
  readonly takenAt: string;
  /** Keys that open with the master key and match what the log says of them. */
  readonly keys: number;
  /** Keys bound in the log that are neither in the backup nor destroyed: written after it, or lost. */
  readonly missing: number;
  /** Keys that do not open, or are not those that the log binds. */
  readonly broken: readonly string[];
}

const bytesOf = (hex: unknown): Buffer => Buffer.from(String(hex).replace(/^\\x/, ''), 'hex');

const rowOf = (row: object): KeyRow => {
  const { kid, subject, grp, ver, wrapped } = row as Record<string, unknown> & { ver: number };
  return { kid: String(kid), subject: String(subject), grp: String(grp), ver, wrapped: bytesOf(wrapped) };
};

/** Opens every key of a backup and holds it against the commitment in the log, without touching the key database. */
export async function testRestore(
  { store, codec, master }: { readonly store: EventStore; readonly codec: EventCodec; readonly master: MasterKey },
  text: string,
): Promise<RestoreTest> {
  const { tables: held, takenAt } = contentOf(text);
  const bound = await commitmentsIn(store, codec);
  const gone = new Set(held.shredded_key.map((row) => (row as { kid: string }).kid));
  const broken: string[] = [];
  const whole = new Set<string>();
  for (const row of held.subject_key.map(rowOf)) {
    const commitment = bound.get(row.kid);
    if (isWhole(master, row, commitment)) whole.add(row.kid);
    else broken.push(row.kid);
  }
  const missing = [...bound.keys()].filter((kid) => !whole.has(kid) && !gone.has(kid) && !broken.includes(kid)).length;
  return { takenAt, keys: whole.size, missing, broken };
}

function isWhole(master: MasterKey, row: KeyRow, commitment: string | undefined): boolean {
  try {
    const dek = master.unwrap(row.wrapped, placeOf(row));
    const key = { kid: row.kid, subject: row.subject, group: row.grp, dek };
    // A key made and not used yet is bound nowhere.
    return commitment === undefined || keyCommitment(key) === commitment;
  } catch {
    return false;
  }
}

async function commitmentsIn(store: EventStore, codec: EventCodec): Promise<Map<string, string>> {
  const bound = new Map<string, string>();
  let after: Position | null = null;
  for (;;) {
    const page = await store.readAll(after, 1_000);
    for (const stored of page.entries) {
      if (stored.type !== 'SubjectKeyBound') continue;
      const { keyId, commitment } = codec.readClear(stored).event.data as { keyId: string; commitment: string };
      bound.set(keyId, commitment);
    }
    if (page.end) return bound;
    after = page.last;
  }
}

/** Puts a backup into an empty key database. What was erased since is destroyed again at the next start. Throws StartRefused. */
export async function restoreKeys(pool: pg.Pool, log: string, text: string): Promise<number> {
  const { tables: held, log: of } = contentOf(text);
  if (of !== log) throw new StartRefused(`这是台账 ${of} 的密钥备份，不是 ${log} 的。`, '请选用本台账的备份。');
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query('select from keys.subject_key limit 1');
    if (rowCount) throw new StartRefused('密钥库里已有密钥，不能再恢复备份。', '请先另建一个空的密钥库，再恢复。');
    await client.query('delete from keys.master_key');
    for (const table of tables)
      await client.query(
        `insert into keys.${table} select * from jsonb_populate_recordset(null::keys.${table}, $1::jsonb) on conflict do nothing`,
        [JSON.stringify(held[table])],
      );
    await client.query('commit');
    return held.subject_key.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release(true);
  }
}
