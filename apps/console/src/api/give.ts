import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import type { paths } from './api.js';
import { http, queries, sawPosition } from './client.js';
import { newId } from './ids.js';
import { problemFrom, Refusal, Unanswered } from './problem.js';

/** Paths that take a command. */
export type CommandPath = {
  [P in keyof paths]: paths[P] extends { post: { responses: { 201: unknown } } } ? P : never;
}[keyof paths];

type Post<P extends CommandPath> = paths[P] extends { post: infer Operation } ? Operation : never;
type BodyOf<P extends CommandPath> =
  Post<P> extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : Record<string, never>;
type PathOf<P extends CommandPath> = Post<P> extends { parameters: { path: infer Path } } ? Path : undefined;

export interface Given<P extends CommandPath> {
  readonly path: PathOf<P>;
  readonly body: BodyOf<P>;
}

export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

const triesMax = 5;
const firstWaitMilliseconds = 500;

type AnyPost = (path: string, init: object) => Promise<{ data?: Receipt }>;

/**
 * Sends one command under one key until it is answered. A connection that broke leaves unknown whether the command was
 * recorded; the same key is sent again and is recorded once at most. Throws Refusal, or Unanswered after five tries.
 */
export async function give<P extends CommandPath>(
  path: P,
  { path: ids, body }: Given<P>,
  key = newId(),
): Promise<Receipt> {
  const init = { params: { path: ids, header: { 'Idempotency-Key': key } }, body };
  for (let tries = 1; ; tries += 1)
    try {
      const { data } = await (http.POST as unknown as AnyPost)(path, init);
      if (data) {
        sawPosition(data.position);
        return data;
      }
      throw new Unanswered();
    } catch (error) {
      if (error instanceof Refusal && error.problem.status < 500) throw error;
      if (tries >= triesMax) throw error instanceof Refusal ? error : new Unanswered();
      await new Promise((resolve) => setTimeout(resolve, firstWaitMilliseconds * 2 ** (tries - 1)));
    }
}

/**
 * A command of this page. Its key stays the same until it is recorded or given up (`reset`): a second try after a broken
 * connection is the same act, and a second click while the first is under way is none. Afterwards everything shown is
 * asked for anew.
 */
export function useGive<P extends CommandPath>(path: P, done: string): UseMutationResult<Receipt, Error, Given<P>> {
  const key = useRef(newId());
  const underWay = useRef(false);
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: (given: Given<P>) => give(path, given, key.current),
    onSuccess: async ({ position }) => {
      key.current = newId();
      void message.success(`${done}：已记入台账，位置 ${position}`);
      await queries.invalidateQueries();
    },
    onError: (error) => void message.error(problemFrom(error).detail ?? problemFrom(error).title),
    onSettled: () => {
      underWay.current = false;
    },
  });
  const mutate: typeof mutation.mutate = (given, options) => {
    if (underWay.current) return;
    underWay.current = true;
    mutation.mutate(given, options);
  };
  const reset = (): void => {
    key.current = newId();
    mutation.reset();
  };
  return { ...mutation, mutate, reset };
}
