import type pg from 'pg';
import type { Position, StoredEntry } from '../port.js';

export type Row = [position: string, stream: string, revision: string, id: string, type: string, entry: string];

const columns = 'position, stream, revision, event_id, type, entry';
export const streamPage = 1_000;
/** At worst so many pages are in memory at once. */
export const streamsAtOnceMax = 100;
export const streamReading = {
  forwards: {
    query: {
      name: 'stream_forwards',
      text: `select ${columns} from ledger.entry where stream = $1 and revision >= $2 order by revision limit $3`,
    },
    start: 0,
    step: 1,
  },
  backwards: {
    query: {
      name: 'stream_backwards',
      text: `select ${columns} from ledger.entry where stream = $1 and revision <= $2 order by revision desc limit $3`,
    },
    start: Number.MAX_SAFE_INTEGER,
    step: -1,
  },
} as const;
export type StreamRow = [position: string, revision: string, id: string, type: string, entry: string, n: string];
export const streamsTogether = {
  name: 'streams_together',
  // Without the stream's name, which whoever asks knows: a string less for each row.
  text: `select position, revision, event_id, type, entry, asked.n from unnest($1::text[], $2::bigint[]) with ordinality as asked(of_stream, first, n)
    cross join lateral (select ${columns} from ledger.entry
      where stream = asked.of_stream and revision >= asked.first order by revision limit ${streamPage}) page`,
};
// Raw texts for int8 and uuid, for this store's connections only: TypeORM shares the process.
const rawTypes = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

export interface Prepared {
  readonly name: string;
  readonly text: string;
}

export const allForwards = {
  name: 'all_forwards',
  text: `select ${columns} from ledger.entry where position > $1 order by position limit $2`,
};
export const allBackwards = {
  name: 'all_backwards',
  text: `select ${columns} from ledger.entry where position < $1 order by position desc limit $2`,
};

export const rawRows = (query: Prepared, values: readonly unknown[]): pg.QueryConfig =>
  ({ ...query, values: [...values], rowMode: 'array', types: rawTypes }) as pg.QueryConfig;

export const storedOf = ([position, stream, revision, id, type, text]: Row): StoredEntry => ({
  position: position as Position,
  stream,
  revision: Number(revision),
  id,
  type,
  text,
});
