import { getMetadataArgsStorage, type DataSource } from 'typeorm';
import type { AnyTable, Projection } from '#libs/projection-engine/projection';
import { tableNames } from '#libs/projection-engine/row-store';

/** As much of a TypeORM data source as a follower asks for: the names that the entities give their columns. */
export const namesOnly = {
  getMetadata: (entity: AnyTable['entity']) => {
    const { tables, columns } = getMetadataArgsStorage();
    const table = tables.find(({ target }) => target === entity);
    if (!table?.name) throw new Error(`${entity.name} is not an entity`);
    const own = columns
      .filter(({ target }) => target === entity || Object.prototype.isPrototypeOf.call(target, entity))
      .map(({ propertyName, options }) => ({
        propertyName,
        databaseName: options.name ?? propertyName,
        isPrimary: options.primary === true,
      }));
    return { tableName: table.name, columns: own, primaryColumns: own.filter(({ isPrimary }) => isPrimary) };
  },
} as unknown as DataSource;

/** Key columns by table, for the stand-in of PostgreSQL. */
export const keyColumns = (projections: readonly Projection[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    projections.flatMap(({ tables }) =>
      tables.map((table) => {
        const { table: name, keys } = tableNames(namesOnly, table);
        return [name, keys.map(({ column }) => column)] as const;
      }),
    ),
  );
