import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../port.js';
import type { Connection } from './connection.js';
import type { Reader } from './reading.js';
import { streamRequest } from './requests.js';
import type { Sender } from './sending.js';

export interface Identity {
  readonly storeId: string;
  /** Name of the log, written into every entry. */
  readonly log: string;
}

interface Parts {
  readonly connection: Connection;
  readonly reader: Reader;
  readonly sender: Sender;
  readonly deadlineMilliseconds: number;
}

/** Metadata of a stream that never has an entry: the name stands in the log and among the server's own streams. */
const identityStream = (prefix: string): string => `$$${prefix}zhice-ledger`;

/** Who this log is; a new one is given `log`, or a name of its own, once and for ever. Throws StoreUnavailable. */
export async function identityOf(parts: Parts, prefix: string, log: string | undefined): Promise<Identity> {
  const known = await read(parts, prefix);
  if (known) return known;
  const made: Identity = { storeId: `eventstoredb-${randomUUID()}`, log: log ?? `zhice/${randomUUID()}` };
  const entries = [{ id: randomUUID(), type: '$metadata', text: JSON.stringify({ zhice: made }) }];
  // No reader answers with this stream's own name here, so the prefix of the log is not added twice.
  const append = { stream: identityStream(prefix), expected: -1, entries };
  const said = await parts.sender.send(append, parts.deadlineMilliseconds).catch((error: unknown) => {
    throw new StoreUnavailable(`EventStoreDB: ${(error as Error).message}`, { cause: error });
  });
  if (said.kind === 'stored') return made;
  // Another process was first, or a right is missing.
  const theirs = await read(parts, prefix);
  if (!theirs) throw new StoreUnavailable(`EventStoreDB: the log cannot be given a name (${said.kind})`);
  return theirs;
}

async function read({ connection, reader }: Parts, prefix: string): Promise<Identity | undefined> {
  const request = streamRequest(identityStream(prefix), { from: 'end', count: 1, direction: 'backwards' });
  const [entry] = await reader.read(connection, request, { leader: true });
  return entry && (JSON.parse(entry.text) as { zhice: Identity }).zhice;
}
