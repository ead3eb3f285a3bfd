import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { rm } from 'node:fs/promises';
import type { CheckpointKeeper } from '#libs/proof/keeper';
import { listening } from './keeper-home.js';

/** A note of 16 KiB and 63 proof lines fit many times over. */
const requestBytesMax = 65_536;
const requestMillisecondsMax = 10_000;

export interface KeeperServer {
  /** Where it listens: the path of a socket, or `http://host:port`. */
  readonly address: string;
  close(): Promise<void>;
}

export interface KeeperServerParts {
  readonly keeper: CheckpointKeeper;
  /** Public keys as they go on paper, the newest first. */
  readonly keys: readonly string[];
  /** The path of a socket, which only owner and group may use, or a port. */
  readonly at: string | { readonly port: number; readonly host: string };
  /** The request was not answered with a signature because this failed; the asker sees 500. */
  readonly onError: (error: Error) => void;
}

/**
 * C2SP tlog-witness over HTTP: `POST /add-checkpoint`, and `GET /keys` for the public halves. A signer speaks the same over a
 * socket on its own machine, where it takes the log's unsigned checkpoints.
 */
export async function serveKeeper(parts: KeeperServerParts): Promise<KeeperServer> {
  const server = createServer((request, response) => void answered(parts, request, response));
  server.requestTimeout = requestMillisecondsMax;
  server.headersTimeout = requestMillisecondsMax;
  // What lies there is left over from a crash: whoever serves holds the folder.
  if (typeof parts.at === 'string') await rm(parts.at, { force: true });
  await listening(server, parts.at);
  return { address: addressOf(server, parts.at), close: () => closed(server) };
}

function addressOf(server: Server, at: KeeperServerParts['at']): string {
  if (typeof at === 'string') return at;
  const { port } = server.address() as { port: number };
  return `http://${at.host}:${port}`;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

async function answered(parts: KeeperServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { status, body } = await answerTo(parts, request);
    const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  } catch (error) {
    parts.onError(error as Error);
    response.writeHead(500, { 'content-type': 'text/plain' }).end('not signed\n');
  }
}

async function answerTo(
  { keeper, keys }: KeeperServerParts,
  request: IncomingMessage,
): Promise<{ status: number; body: string }> {
  const path = (request.url ?? '').split('?')[0];
  if (path === '/keys' && request.method === 'GET') return { status: 200, body: `${keys.join('\n')}\n` };
  if (path !== '/add-checkpoint') return { status: 404, body: 'no such place\n' };
  if (request.method !== 'POST') return { status: 405, body: 'POST it\n' };
  const body = await bodyOf(request);
  return body === undefined ? { status: 413, body: 'too large\n' } : keeper.add(body);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    // Read to its end all the same, so that the answer reaches an asker who is still sending.
    if (bytes <= requestBytesMax) parts.push(part);
  }
  return bytes > requestBytesMax ? undefined : Buffer.concat(parts).toString('utf8');
}
