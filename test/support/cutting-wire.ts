import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';
import type { PoolConfig } from 'pg';

/** What befalls the next call of `append_batch` that passes; those after it pass untouched. */
export type Mishap = 'cut before the request' | 'cut before the answer' | 'swallow the request' | 'swallow the answer';

/** How the wire is for everybody: answers come late, nothing passes though nobody hangs up, or nobody gets through. */
export type Weather = { readonly answersLateByMilliseconds: number } | 'half open' | 'refusing' | 'fair';

const readyForQuery = Buffer.from('5a0000000549', 'hex');
const marker = 'append_batch';

/** A wire to PostgreSQL that breaks where a test says: node-postgres sees real sockets die. */
export class CuttingWire {
  private mishap: Mishap | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly clients = new Set<Socket>();
  private readonly server = createServer((client) => this.join(client));
  private weather: Weather = 'fair';
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

  turn(weather: Weather): void {
    this.weather = weather;
  }

  /** Every connection there is ends with RST. */
  resetAll(): void {
    for (const client of this.clients) client.resetAndDestroy();
  }

  /** Connections that stand now. */
  get open(): number {
    return this.clients.size;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(chunk: Buffer, from: Socket, to: Socket): void {
    if (this.weather === 'half open') return;
    if (typeof this.weather === 'string') return void to.write(chunk);
    // Nothing overtakes: the rest waits in the kernel meanwhile.
    from.pause();
    setTimeout(() => {
      to.write(chunk);
      from.resume();
    }, this.weather.answersLateByMilliseconds);
  }

  private far(): NetConnectOpts {
    const { host = 'localhost', port = 5432 } = this.target;
    return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  }

  private join(client: Socket): void {
    if (this.weather === 'refusing') return void client.resetAndDestroy();
    const server = connect(this.far());
    this.clients.add(client);
    const state: { befallen?: Mishap } = {};
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        this.clients.delete(client);
        [client, server].forEach((end) => end.destroy());
      });
    }
    client.on('data', (chunk) => {
      if (chunk.includes(marker)) {
        this.calls++;
        [state.befallen, this.mishap] = [this.mishap, undefined] as [Mishap, undefined];
      }
      if (state.befallen === 'cut before the request') client.resetAndDestroy();
      else if (state.befallen !== 'swallow the request' && this.weather !== 'half open') server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (state.befallen === undefined) this.pass(chunk, server, client);
      // Ready for the next query: the transaction is committed, and nobody will hear of it.
      else if (state.befallen === 'cut before the answer' && chunk.includes(readyForQuery)) client.resetAndDestroy();
    });
  }
}
