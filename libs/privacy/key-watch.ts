import pg from 'pg';
import { keysShredded } from './key-shredder.js';

const againMilliseconds = 1_000;

/**
 * Calls `forget` whenever keys were destroyed by any process, and whenever it might have missed such word. Answers how to stop.
 */
export async function watchShredding(connection: pg.PoolConfig, forget: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let closed = false;
  const again = (): void => {
    forget();
    if (!closed) setTimeout(() => void listen().catch(again), againMilliseconds).unref();
  };
  const listen = async (): Promise<void> => {
    const mine = new pg.Client({ ...connection, keepAlive: true });
    mine.on('error', () => undefined);
    mine.on('notification', forget);
    try {
      await mine.connect();
      await mine.query(`listen ${keysShredded}`);
    } catch (error) {
      await mine.end().catch(() => undefined);
      throw error;
    }
    if (closed) return mine.end();
    mine.on('end', again);
    client = mine;
    forget();
  };
  await listen();
  return async () => {
    closed = true;
    await client?.end();
  };
}
