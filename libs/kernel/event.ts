import { id, optional, type ClearDataOf, type DataOf, type Field, type Fields } from './fields.js';
import type { BatchId } from './ids.js';

type Shape = Readonly<Record<string, unknown>>;

/** One event type: its stored version and its fields. An older version is lifted by `upcast[version]`, one step at a time. */
export interface EventDefinition<F extends Fields = Fields> {
  readonly version: number;
  readonly fields: F;
  readonly upcast: Readonly<Record<number, (data: Shape) => Shape>>;
}

type WithBatch<F extends Fields> = F & { readonly batch: Field<BatchId, false, true> };

/** `batch` stands on every event, so that an import can be followed to its last entry. */
export const event = <F extends Fields>(version: number, fields: F, upcast: EventDefinition['upcast'] = {}): EventDefinition<WithBatch<F>> => ({
  version,
  fields: { ...fields, batch: optional(id<BatchId>()) },
  upcast,
});

export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/** What a decider emits and a projection is given: personal fields included. */
export type EventOf<D extends EventDefinitions> = { [T in keyof D & string]: { readonly type: T; readonly data: DataOf<D[T]['fields']> } }[keyof D & string];

/** What `evolve` is given: personal fields are not decrypted on the way to a decision. */
export type ClearEventOf<D extends EventDefinitions> = {
  [T in keyof D & string]: { readonly type: T; readonly data: ClearDataOf<D[T]['fields']> };
}[keyof D & string];

export interface AnyEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
