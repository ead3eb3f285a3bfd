import type { AnyEvent } from './event.js';
import type { AccountId, VolunteerId } from './ids.js';
import type { Instant, LocalDate } from './time.js';

/** Who acts and when. A decider takes both from here, never from a clock. */
export interface Act {
  readonly by: AccountId;
  /** The volunteer behind the account, if there is one: nobody decides on their own application or attests their own hours. */
  readonly byVolunteer?: VolunteerId;
  readonly at: Instant;
  /** The day of `at` in Asia/Shanghai. */
  readonly today: LocalDate;
}

/** A rule that said no, by the name of the rule it protects; every name has a Chinese sentence in libs/forms. */
export interface Refusal<Name extends string = string> {
  readonly refused: Name;
  /** Figures and codes for the sentence; never personal text. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export const refuse = <const Name extends string>(refused: Name, details?: Refusal['details']): Refusal<Name> =>
  details ? { refused, details } : { refused };

export const isRefusal = (decision: readonly unknown[] | Refusal): decision is Refusal => !Array.isArray(decision);

export interface Message<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

/** Facts are what the door gathered from other streams before it asked. */
export interface Decider<State, Command extends Message<string, unknown>, Event extends AnyEvent, ClearEvent extends AnyEvent, Name extends string, Facts = undefined> {
  readonly initial: State;
  readonly evolve: (state: State, event: ClearEvent) => State;
  readonly decide: (command: Command, state: State, act: Act, facts: Facts) => readonly Event[] | Refusal<Name>;
}

export type DataOfCommand<C extends Message<string, unknown>, T extends C['type']> = Extract<C, { type: T }>['data'];
