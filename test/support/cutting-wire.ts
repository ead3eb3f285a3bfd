import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';
import type { PoolConfig } from 'pg';

/** What befalls the next call of `append_batch` that passes; those after it pass untouched. */
export type Mishap = 'cut before the request' | 'cut before the answer' | 'swallow the request' | 'swallow the answer';

const readyForQuery = Buffer.from('5a0000000549', 'hex');
const marker = 'append_batch';

/** A wire to PostgreSQL that breaks where a test says: node-postgres sees real sockets die. */
export class CuttingWire {
  private mishap: Mishap | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => this.join(client));
  /** Calls of `append_batch` that came to the wire. */
  calls = 0;

  private constructor(private readonly target: PoolConfig) {}

  static async to(target: PoolConfig): Promise<CuttingWire> {
    const wire = new CuttingWire(target);
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get connection(): PoolConfig {
    return { ...this.target, host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  next(mishap: Mishap): void {
    this.mishap = mishap;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private far(): NetConnectOpts {
    const { host = 'localhost', port = 5432 } = this.target;
    return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  }

  private join(client: Socket): void {
    const server = connect(this.far());
    const state: { befallen?: Mishap } = {};
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, server].forEach((end) => end.destroy()));
    }
    client.on('data', (chunk) => {
      if (chunk.includes(marker)) {
        this.calls++;
        [state.befallen, this.mishap] = [this.mishap, undefined] as [Mishap, undefined];
      }
      if (state.befallen === 'cut before the request') client.resetAndDestroy();
      else if (state.befallen !== 'swallow the request') server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (state.befallen === undefined) client.write(chunk);
      // Ready for the next query: the transaction is committed, and nobody will hear of it.
      else if (state.befallen === 'cut before the answer' && chunk.includes(readyForQuery)) client.resetAndDestroy();
    });
  }
}
