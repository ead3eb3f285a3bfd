import pg from 'pg';

const millisecondsDefault = 30_000;

type Callback = (error: Error | undefined, ...rest: unknown[]) => void;

/** node-postgres says it with these words only. */
const late = 'Query read timeout';

/** What node-postgres says when nobody answered in time, or when no connection was free in time. */
export const isLate = (error: unknown): boolean =>
  error instanceof Error && [late, 'timeout exceeded when trying to connect'].includes(error.message);

/**
 * A connection that is given up when an answer comes too late. Without it, a pool would hand a half-open connection, or
 * one on which an old statement still runs, to the next caller as if it were free.
 */
export class PromptClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // A pool listens to idle clients only; one that breaks at work would end the process.
    this.on('error', () => undefined);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const giveUpWhenLate = (error: unknown): void => {
      if (error instanceof Error && error.message === late) this.giveUp();
    };
    this.query = ((...given: unknown[]): unknown => {
      const callback = given.at(-1);
      if (typeof callback === 'function')
        given[given.length - 1] = (error: Error | undefined, ...rest: unknown[]) => {
          giveUpWhenLate(error);
          (callback as Callback)(error, ...rest);
        };
      const asked = ask(...given);
      if (asked instanceof Promise) asked.catch(giveUpWhenLate);
      return asked;
    }) as typeof this.query;
  }

  private giveUp(): void {
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

// A peer that is gone without a word is noticed in half a minute, also on a connection nobody is using.
const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** For a pool: neither a silent server nor a busy pool keeps anybody longer than this. */
export const prompt = (milliseconds = millisecondsDefault): Partial<pg.PoolConfig> => ({
  Client: PromptClient,
  connectionTimeoutMillis: milliseconds,
  query_timeout: milliseconds,
  ...keepAlive,
});

/** The same for work that may take long: only the wait for a connection ends. */
export const patient = (milliseconds = millisecondsDefault): Partial<pg.PoolConfig> => ({
  Client: PromptClient,
  connectionTimeoutMillis: milliseconds,
  ...keepAlive,
});
