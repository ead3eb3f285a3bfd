import { expect, it } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import { projections } from '#projections/catalogue';

const tables = projections.flatMap(({ name, tables: own }) => own.map((table) => ({ name, table })));

/** A key of the entity's primary columns, its values unlike those of any other key. */
function keyOf(entity: unknown, word: string): Record<string, string> {
  const columns = getMetadataArgsStorage().columns.filter(
    ({ target, options }) => options.primary && (target === entity || isBaseOf(target, entity)),
  );
  return Object.fromEntries(columns.map(({ propertyName }) => [propertyName, `${word} ${propertyName}`]));
}

const isBaseOf = (base: unknown, entity: unknown): boolean =>
  typeof base === 'function' && Object.prototype.isPrototypeOf.call(base, entity as object);

it.each(tables)('a row of $name before its first event says the same beside its key, whatever the key', ({ table }) => {
  const nothing = table.empty({}) as object;
  for (const word of ['one', 'other']) {
    const key = keyOf(table.entity, word);
    expect(Object.keys(key).length).toBeGreaterThan(0);
    // The engine makes it once and copies it for each key.
    expect(table.empty(key)).toEqual({ ...nothing, ...key });
  }
});
