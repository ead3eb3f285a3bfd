import { StoreDamaged, type EventStore, type Page, type Position } from '#libs/event-store/port';
import { openAuditPlace, type AuditPlace } from '#libs/house/audit-place';
import { CliFault } from './cli-fault.js';
import { LogCheck } from './log-check.js';
import { dataDirOf } from './place.js';
import { progressOf } from './progress.js';
import { Stopping } from './stopping.js';
import { say } from './text.js';

const pageEntries = 2_000;
const shownMax = 50;

/**
 * The log of this machine, entry by entry. Opened as an audit opens it: a house could not be put together where a page that it
 * needs is damaged, which is when this is asked for. Throws CliFault when something does not hold.
 */
export async function verifyLog(): Promise<void> {
  const place = await openAuditPlace({ dataDir: dataDirOf(process.env), env: process.env });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= place.close());
  const stopping = new Stopping(close);
  try {
    await verifyAll(place);
  } finally {
    stopping.listenNoMore();
    await close();
  }
}

async function verifyAll(place: AuditPlace): Promise<void> {
  const { store } = place;
  const check = new LogCheck(store);
  await readInto(check, place);
  const { findings, entries, streamCount } = check;
  if (findings.length === 0) return say(`台账 ${store.log}：${entries} 条记录、${streamCount} 个流，全部相符。`);
  for (const { position, stream, why } of findings.slice(0, shownMax)) say(`位置 ${position}　${stream}　${why}`);
  if (findings.length > shownMax) say(`……其余 ${findings.length - shownMax} 处从略`);
  throw new CliFault(
    `共 ${entries} 条记录，发现 ${findings.length} 处不符。`,
    '请停止写入，保留现场，从备份核对被改动的记录。',
  );
}

/** As far as the log goes now: what is written meanwhile is left to the next time, else a busy ledger had no end. */
async function readInto(check: LogCheck, { store, sealedCount }: AuditPlace): Promise<void> {
  const head = await store.head();
  if (head === null) return;
  const progress = progressOf('校验', store.entriesUpTo(head) ?? (await sealedCount()), '条');
  let after: Position | null = null;
  while (after === null || store.compare(after, head) < 0) {
    const page = await pageAfter(store, after);
    if (page === 'damaged') after = await oneByOne(check, { store, after, head });
    else {
      await check.take(page.entries);
      after = page.last;
      if (page.entries.length === 0) break;
    }
    progress.to(check.entries);
  }
  progress.end();
}

async function pageAfter(store: EventStore, after: Position | null, limit = pageEntries): Promise<Page | 'damaged'> {
  try {
    return await store.readAll(after, limit);
  } catch (error) {
    if (error instanceof StoreDamaged) return 'damaged';
    throw error;
  }
}

/** Somewhere among the next ones is a damaged page: which of them stand on it is found by asking for each alone. */
async function oneByOne(
  check: LogCheck,
  { store, after, head }: { readonly store: EventStore; readonly after: Position | null; readonly head: Position },
): Promise<Position> {
  // PostgreSQL positions are dense numbers from 0; the port itself only compares them.
  const first = after === null ? 0 : Number(after) + 1;
  const last = Math.min(first + pageEntries - 1, Number(head));
  for (let n = first; n <= last; n++) {
    const page = await pageAfter(store, n === 0 ? null : (String(n - 1) as Position), 1);
    if (page === 'damaged') check.takeUnreadable();
    else await check.take(page.entries);
  }
  return String(last) as Position;
}
