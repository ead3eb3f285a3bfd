import type { MigrationInterface } from 'typeorm';
import type { Projection } from '#libs/projection-engine/projection';
import { activityRegister } from '#projections/activity-register/activity-register.projection';
import { annualReview } from '#projections/annual-review/annual-review.projection';
import { CheckpointRow } from '#projections/checkpoint/checkpoint.entity';
import { ReadTables1764000000004 } from '#projections/read-tables-hours.migration';
import { starStanding } from '#projections/star-standing/star-standing.projection';
import { teamYear } from '#projections/team-year/team-year.projection';
import { volunteerHistory } from '#projections/volunteer-history/volunteer-history.projection';
import { volunteerYear } from '#projections/volunteer-year/volunteer-year.projection';

/** Every window. A new one is added here and to a migration: test/architecture/read-schema.spec.ts says which SQL. */
export const projections: readonly Projection[] = [
  activityRegister,
  volunteerYear,
  teamYear,
  starStanding,
  annualReview,
  volunteerHistory,
];

/** TypeORM entities of the read tables, in schema `read`. */
export const readEntities: readonly (abstract new () => unknown)[] = [
  CheckpointRow,
  ...projections.flatMap(({ tables }) => tables.map(({ entity }) => entity)),
];

/** In the order of their numbers. */
export const readMigrations: readonly (new () => MigrationInterface)[] = [ReadTables1764000000004];
