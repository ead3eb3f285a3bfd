import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { AnyTable } from './projection.js';

export type Row = Record<string, unknown>;
export type Queryable = Pick<pg.ClientBase, 'query'>;

/** Names of a read table, taken from its TypeORM entity. */
export interface TableNames {
  readonly table: string;
  readonly columns: readonly { readonly property: string; readonly column: string }[];
  readonly keys: readonly { readonly property: string; readonly column: string }[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function tableNames(source: DataSource, { entity }: AnyTable): TableNames {
  const metadata = source.getMetadata(entity);
  const named = (column: { propertyName: string; databaseName: string }) => ({
    property: column.propertyName,
    column: column.databaseName,
  });
  return { table: metadata.tableName, columns: metadata.columns.map(named), keys: metadata.primaryColumns.map(named) };
}

/** Multi-row reads and writes of one table in one schema; a batch is one JSON text, typed by the table itself. */
export class RowStore {
  private readonly loadText: string;
  private readonly upsertText: string;
  private readonly removeText: string;

  constructor(
    readonly names: TableNames,
    schema: string,
  ) {
    const at = `${quoted(schema)}.${quoted(names.table)}`;
    const keys = names.keys.map(({ column }) => quoted(column)).join(', ');
    const rest = names.columns.filter(({ column }) => !names.keys.some((key) => key.column === column));
    const all = names.columns.map(({ column }) => quoted(column)).join(', ');
    const set = rest.map(({ column }) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
    const asked = `(select ${keys} from json_populate_recordset(null::${at}, $1::json)) asked`;
    this.loadText = `select row_to_json(t)::text as row from ${at} t join ${asked} using (${keys})`;
    this.upsertText = `insert into ${at} (${all}) select ${all} from json_populate_recordset(null::${at}, $1::json) on conflict (${keys}) do ${set === '' ? 'nothing' : `update set ${set}`}`;
    this.removeText = `delete from ${at} t using ${asked} where ${names.keys.map(({ column }) => `t.${quoted(column)} = asked.${quoted(column)}`).join(' and ')}`;
  }

  /** A row's identity inside a batch. */
  identity(key: Row): string {
    return JSON.stringify(this.names.keys.map(({ property }) => key[property]));
  }

  /** Rows by identity, for keys by identity. */
  async load(db: Queryable, keys: ReadonlyMap<string, Row>): Promise<Map<string, Row>> {
    const { rows } = await db.query<{ row: string }>(this.loadText, [this.json([...keys.values()], this.names.keys)]);
    const loaded = rows.map(({ row }) => this.fromColumns(JSON.parse(row) as Row));
    return new Map(loaded.map((row) => [this.identity(row), row]));
  }

  async upsert(db: Queryable, rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) await db.query(this.upsertText, [this.json(rows, this.names.columns)]);
  }

  async remove(db: Queryable, keys: readonly Row[]): Promise<void> {
    if (keys.length > 0) await db.query(this.removeText, [this.json(keys, this.names.keys)]);
  }

  private json(rows: readonly Row[], names: TableNames['columns']): string {
    return JSON.stringify(
      rows.map((row) => Object.fromEntries(names.map(({ property, column }) => [column, row[property] ?? null]))),
    );
  }

  private fromColumns(columns: Row): Row {
    return Object.fromEntries(this.names.columns.map(({ property, column }) => [property, columns[column]]));
  }
}
