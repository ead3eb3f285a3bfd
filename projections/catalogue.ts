import type { MigrationInterface } from 'typeorm';
import type { Projection } from '#libs/projection-engine/projection';
import { CheckpointRow } from '#projections/checkpoint/checkpoint.entity';

/** Every window. A new one is added here, with its entities, and to a migration: test/architecture/read-schema.spec.ts says which SQL. */
export const projections: readonly Projection[] = [];

/** TypeORM entities of the read tables, in schema `read`. */
export const readEntities: readonly (abstract new () => unknown)[] = [CheckpointRow];

/** In the order of their numbers. */
export const readMigrations: readonly (new () => MigrationInterface)[] = [];
