import type pg from 'pg';
import { EventStoreDbEventStore } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import { StoreUnavailable, type NamedLog, type Position } from '#libs/event-store/port';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import { StartRefused } from '#libs/postgres/fault';
import { Together } from '#libs/postgres/together';

export interface LogStoreParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of the main database: the log itself, or what is kept beside it. */
  readonly connection: pg.PoolConfig;
  readonly pool: pg.Pool;
}

/** Streams of one ledger among others on a cluster begin with it; visible characters without the server's own sign. */
const prefixForm = /^[^\s$\u0000-\u001f]{0,50}$/u;

/**
 * The log: EventStoreDB where `EVENTSTORE_URL` names one, PostgreSQL where nothing does. A new log on EventStoreDB takes the name
 * the main database has for it. Throws StartRefused and StoreUnavailable.
 */
export async function openLogStore({ env, connection, pool }: LogStoreParts): Promise<NamedLog> {
  const url = env['EVENTSTORE_URL'];
  const moved = await movedPositions(pool);
  if (url === undefined || url === '') return PostgresEventStore.open({ connection, moved });
  const prefix = env['EVENTSTORE_PREFIX'] ?? '';
  if (!prefixForm.test(prefix))
    throw new StartRefused(
      `EVENTSTORE_PREFIX=${prefix} 不能作流名的前缀。`,
      '请用至多 50 个字符，不含空格，不以 $ 开头；整个集群只放这一份台账时不必设置。',
    );
  const { rows } = await pool.query<{ log: string; store_id: string; used: boolean }>(
    'select log, store_id, exists (select from ledger.entry) as used from ledger.identity',
  );
  const [identity] = rows;
  const store = await opened({ url, prefix, log: identity!.log, placesOf: placesIn(pool), moved });
  if (identity!.used && (await store.head()) === null) {
    await store.close();
    throw new StartRefused(
      'EVENTSTORE_URL 指向的台账还是空的，而 PostgreSQL 里已有记录。',
      '请先执行 zhice store copy --to eventstoredb，把台账搬过去并核对，再设置 EVENTSTORE_URL。',
    );
  }
  return store;
}

async function opened(options: Parameters<typeof EventStoreDbEventStore.open>[0]): Promise<NamedLog> {
  try {
    return await EventStoreDbEventStore.open(options);
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof StoreUnavailable)
      throw new StartRefused(
        `连不上 EventStoreDB：${message}`,
        '请核对 EVENTSTORE_URL 的地址、端口、证书（tlsCAFile）和账号口令，并确认集群已有主节点。',
      );
    throw new StartRefused(
      `EVENTSTORE_URL 写得不对：${withoutPassword(message)}`,
      '请写成 esdb://账号:口令@主机:2113?tls=true&tlsCAFile=… ；集群写全各节点，或用 esdb+discover://。',
    );
  }
}

const withoutPassword = (text: string): string => text.replace(/\/\/[^@\s]*@/g, '//***@').split('\n')[0]!;

/** Few: one for each figure that somebody signed. */
async function movedPositions(pool: pg.Pool): Promise<ReadonlyMap<string, Position>> {
  const { rows } = await pool.query<{ position: string; here: Position }>(
    'select position, here from registry.moved_position',
  );
  return new Map(rows.map(({ position, here }) => [position, here]));
}

/** The sealer knows every entry it took in by its id, also those that no process remembers. */
function placesIn(pool: pg.Pool): (ids: readonly string[]) => Promise<ReadonlyMap<string, Position>> {
  const together = new Together(async (asked: readonly (readonly string[])[]) => {
    const { rows } = await pool.query<{ event_id: string; position: string }>(
      'select event_id, position from proof.entry where event_id = any($1::uuid[])',
      [asked.flat()],
    );
    const places = new Map(rows.map(({ event_id: id, position }) => [id, position as Position]));
    return asked.map((ids) => new Map(ids.flatMap((id) => (places.has(id) ? [[id, places.get(id)!] as const] : []))));
  });
  return (ids) => together.ask(ids);
}
