import { isRefusal, type Act, type Decider, type Message, type Refusal } from './decider.js';
import type { AnyEvent } from './event.js';
import type { AccountId } from './ids.js';
import type { Instant, LocalDate } from './time.js';

export const someAct: Act = {
  by: '00000000-0000-4000-8000-00000000000a' as AccountId,
  at: '2026-07-01T01:00:00.000Z' as Instant,
  today: '2026-07-01' as LocalDate,
};

/** given / when / then for a decider: `decide` folds the past, asks once and returns what was decided. */
export const specification =
  <S, C extends Message<string, unknown>, E extends AnyEvent, K extends AnyEvent, N extends string, F>(decider: Decider<S, C, E, K, N, F>) =>
  (...given: readonly E[]) => ({
    when: (command: C, facts: F, act: Act = someAct): readonly E[] | Refusal<N> =>
      decider.decide(command, given.reduce((state, event) => decider.evolve(state, event as unknown as K), decider.initial), act, facts),
  });

export const refusedAs = (decision: readonly unknown[] | Refusal): string | undefined => (isRefusal(decision) ? decision.refused : undefined);
