import type { Recorded } from '#libs/event-store/codec';
import type { AnyEvent } from '#libs/kernel/event';
import type { KeyGroup } from '#libs/kernel/fields';

export type EntityClass<Row> = abstract new () => Row;

/** What a fold gets beside the event's data: who, when, where in the log, and the groups that stay closed. */
export type Meta = Omit<Recorded, 'event'>;

type DataOf<E extends AnyEvent, T> = Extract<E, { type: T }>['data'];

/** A handler answers the new row, or null to take the row out of the window. */
export type Handlers<Row, E extends AnyEvent, T extends E['type']> = {
  readonly [K in T]: (row: Row, data: DataOf<E, K>, meta: Meta) => Row | null;
};

/**
 * One read table as a pure fold. What it handles is the keys of `on`; `keyOf` names the row of an event (or several rows,
 * or none), `empty` is the row before its first event: the key, and for the other columns what it says for every key alike
 * (held by test/architecture/empty-rows.spec.ts).
 */
export interface Table<
  Row extends object = object,
  E extends AnyEvent = AnyEvent,
  T extends E['type'] = E['type'],
  Key extends Partial<Row> = Partial<Row>,
> {
  readonly entity: EntityClass<Row>;
  readonly keyOf: { readonly [K in T]: (data: DataOf<E, K>, meta: Meta) => Key | readonly Key[] };
  readonly empty: (key: Key) => Row;
  readonly on: Handlers<Row, E, T>;
  /** Every row is made by one event and touched by no other: a rebuild need not remember it. */
  readonly isWrittenOnce?: true;
}

// The engine handles tables of every row type alike; the types were checked where the table was written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyTable = Table<any, any, any, any>;

/** The answer to one question somebody asks: its tables move together with one checkpoint. */
export interface Projection {
  readonly name: string;
  /** Raised when folds or rows change: the next start rebuilds. */
  readonly version: number;
  /** Groups the folds may see in clear. `contact` and `photo` reach a read table only as ciphertext (`meta.sealed`). */
  readonly opens: readonly Exclude<KeyGroup, 'contact' | 'photo'>[];
  readonly tables: readonly AnyTable[];
}

/** Writes a table down with its row, event and key types checked: `table<Row, Event>()({ … })`. */
export const table =
  <Row extends object, E extends AnyEvent>() =>
  <T extends E['type'], Key extends Partial<Row>>(definition: Table<Row, E, T, Key>): AnyTable =>
    definition;
