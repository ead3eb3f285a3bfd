import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { letterRules } from '#libs/counter/letters';
import { reactions } from '#libs/counter/reactions';
import type { Counter } from '#libs/counter/counter';
import { Outbox } from '#libs/outbox/outbox';
import type { Sink } from '#libs/outbox/sink';
import type { Stopped } from '#libs/projection-engine/checkpoint';
import type { LogParts } from '#libs/projection-engine/batch-reader';
import { Engine } from '#libs/projection-engine/engine';
import { Follower, type FollowerParts } from '#libs/projection-engine/follower';
import { ReactionRunner } from '#libs/projection-engine/reaction-runner';
import { projections } from '#projections/catalogue';

/** A window or a reaction stopped at an entry; it goes on when somebody resumes it. */
export class WindowStopped extends Error {
  override readonly name = 'WindowStopped';
  constructor(
    readonly window: string,
    readonly stopped: Stopped,
  ) {
    const { position, type, eventId, why } = stopped;
    super(`${window} stopped at ${position} (${type}, event ${eventId ?? 'unknown'}): ${why}`);
  }
}

/** A letter did not reach its receiver; it is tried again unless it was given up. */
export class LetterFailed extends Error {
  override readonly name = 'LetterFailed';
  constructor(
    readonly letter: string,
    readonly why: string,
    readonly givenUp: boolean,
  ) {
    super(`letter ${letter}: ${why}${givenUp ? ', given up' : ''}`);
  }
}

/** What should follow an entry could not be done now and is tried again. */
export class ReactionDelayed extends Error {
  override readonly name = 'ReactionDelayed';
}

/**
 * What of an error may stand in a log: its class and code, since a message may repeat a value; of a window that stopped also at
 * which entry and why, which is kept free of values.
 */
export function loggedOf(error: Error): Readonly<Record<string, unknown>> {
  if (error instanceof WindowStopped) return { error: error.name, window: error.window, ...error.stopped };
  if (error instanceof LetterFailed) return { error: error.name, letter: error.letter, why: error.why };
  const { code } = { ...(error.cause as object | undefined), ...error } as { readonly code?: unknown };
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}) };
}

/** One sentence for the log beside it. */
export function followingFault(error: Error): string {
  if (error instanceof WindowStopped) return '视图或后续处理停下了，排除故障后执行 zhice resume';
  if (!(error instanceof LetterFailed)) return '视图更新出错，稍后自动重试';
  return error.givenUp ? '一封告知不再投递，排除故障后执行 zhice resume letters' : '一封告知没有送到，稍后自动重试';
}

type OnError = (error: Error) => void;
const toNobody: OnError = () => undefined;

export const followerPartsOn = (
  log: LogParts,
  read: DataSource,
  pool: pg.Pool,
  onError: OnError = toNobody,
): FollowerParts => ({
  ...log,
  source: read,
  pool,
  projections,
  schema: 'read',
  onStopped: (name, stopped) => onError(new WindowStopped(name, stopped)),
});

/** Windows and reactions of a house; not started. What a rule refuses a reaction is kept in `registry.refused_reaction`. */
export function engineOn(
  parts: FollowerParts,
  counter: Counter,
  { mainPool, outbox, onError = toNobody }: { mainPool: pg.Pool; outbox: Outbox; onError?: OnError | undefined },
): Engine {
  const { store, codec, keys, pool, schema, onStopped } = parts;
  const runner = new ReactionRunner({
    ...{ store, codec, keys, pool, schema, reactions },
    submit: (command, context) => counter.perform(command, context),
    onRefused: async (reaction, { entry, stream }, refusal) => {
      await mainPool.query(
        `insert into registry.refused_reaction (reaction, event_id, stream, refusal) values ($1, $2, $3, $4) on conflict do nothing`,
        [reaction, entry.id, stream, refusal],
      );
      onError(new Error(`reaction ${reaction} on ${stream}: ${refusal}`));
    },
    ...(onStopped ? { onStopped } : {}),
    onDelayed: (reaction, error) => onError(new ReactionDelayed(`${reaction}: ${error.message}`, { cause: error })),
  });
  return new Engine({
    ...{ store, pool, schema, onError },
    ...{ follower: new Follower(parts), reactions: runner, beside: outbox },
  });
}

/** Letters to the people concerned; with no `sink`, nobody is written to. */
export const outboxOn = (
  { store, codec, keys, onStopped }: FollowerParts,
  mainPool: pg.Pool,
  sink: Sink | undefined,
  onError: OnError = toNobody,
): Outbox =>
  new Outbox({
    ...{ store, codec, keys, pool: mainPool, rules: letterRules, sink },
    ...(onStopped ? { onStopped } : {}),
    onFailed: ({ id }, why, givenUp) => onError(new LetterFailed(id, why, givenUp)),
  });
