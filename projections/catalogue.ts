import type { Projection } from '#libs/projection-engine/projection';

/** Every window. A new one is added here, with its entities, and to the next migration. */
export const projections: readonly Projection[] = [];

/** TypeORM entities of the read tables, in schema `read`. */
export const readEntities: readonly (abstract new () => unknown)[] = [];
