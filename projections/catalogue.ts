import type { MigrationInterface } from 'typeorm';
import type { Projection } from '#libs/projection-engine/projection';
import { activityRegister } from '#projections/activity-register/activity-register.projection';
import { affiliationTransfers } from '#projections/affiliation-transfers/affiliation-transfers.projection';
import { activityEvidence } from '#projections/activity-evidence/activity-evidence.projection';
import { annualPlan } from '#projections/annual-plan/annual-plan.projection';
import { annualReview } from '#projections/annual-review/annual-review.projection';
import { applicationQueue } from '#projections/application-queue/application-queue.projection';
import { breachRegister } from '#projections/breach-register/breach-register.projection';
import { certificateRegister } from '#projections/certificate-register/certificate-register.projection';
import { CheckpointRow } from '#projections/checkpoint/checkpoint.entity';
import { LeaseRow } from '#projections/checkpoint/lease.entity';
import { coverage } from '#projections/coverage/coverage.projection';
import { formationSummary } from '#projections/formation-summary/formation-summary.projection';
import { hoursDispute } from '#projections/hours-dispute/hours-dispute.projection';
import { organizationDirectory } from '#projections/organization-directory/organization-directory.projection';
import { participation } from '#projections/participation/participation.projection';
import { ReadTables1764000000201 } from '#projections/read-tables-activity.migration';
import { ReadTables1764000000003 } from '#projections/read-tables.migration';
import { ReadTables1764000000502 } from '#projections/read-tables-year-book.migration';
import { ReadTables1764000000501 } from '#projections/read-tables-certificate.migration';
import { ReadTables1764000001302 } from '#projections/read-tables-credit.migration';
import { ReadTables1764000000004 } from '#projections/read-tables-hours.migration';
import { ReadTables1764000000101 } from '#projections/read-tables-hours-entry.migration';
import { ReadTables1764000000102 } from '#projections/read-tables-disputes.migration';
import { ReadTables1764000000007 } from '#projections/read-tables-lease.migration';
import { ReadTables1764000000402 } from '#projections/read-tables-participation.migration';
import { ReadTables1764000000403 } from '#projections/read-tables-reviews.migration';
import { ReadTables1764000000405 } from '#projections/read-tables-late.migration';
import { ReadTables1764000000404 } from '#projections/read-tables-team-review.migration';
import { ReadTables1764000000401 } from '#projections/read-tables-stars.migration';
import { ReadTables1764000000301, ReadTables1764000000302 } from '#projections/read-tables-movement.migration';
import { ReadTables1764000001301 } from '#projections/read-tables-merged.migration';
import { ReadTables1764000003001 } from './read-tables-lists.migration.js';
import { ReadTables1764000002701 } from '#projections/read-tables-letters.migration';
import { ReadTables1764000001303 } from '#projections/read-tables-unit-year.migration';
import { ReadTables1764000002601 } from '#projections/read-tables-sign-up.migration';
import { ReadTables1764000003101 } from '#projections/read-tables-breach.migration';
import { ReadTables1764000003102 } from '#projections/read-tables-skills.migration';
import { ReadTables1764000003201 } from '#projections/read-tables-service-groups.migration';
import { ReadTables1764000002901 } from '#projections/read-tables-papers.migration';
import { requiredDays } from '#projections/required-days/required-days.projection';
import { roster } from '#projections/roster/roster.projection';
import { signUpList } from '#projections/sign-up-list/sign-up-list.projection';
import { starStanding } from '#projections/star-standing/star-standing.projection';
import { teamDuties } from '#projections/team-duties/team-duties.projection';
import { teamLeadership } from '#projections/team-leadership/team-leadership.projection';
import { teamRegister } from '#projections/team-register/team-register.projection';
import { teamYear } from '#projections/team-year/team-year.projection';
import { unitReview } from '#projections/unit-review/unit-review.projection';
import { volunteerHistory } from '#projections/volunteer-history/volunteer-history.projection';
import { volunteerNotice } from '#projections/volunteer-notice/volunteer-notice.projection';
import { volunteerRegister } from '#projections/volunteer-register/volunteer-register.projection';
import { yearBook } from '#projections/year-book/year-book.projection';
import { volunteerYear } from '#projections/volunteer-year/volunteer-year.projection';

/** Every window. A new one is added here and to a migration: test/architecture/read-schema.spec.ts says which SQL. */
export const projections: readonly Projection[] = [
  organizationDirectory,
  applicationQueue,
  volunteerRegister,
  affiliationTransfers,
  teamLeadership,
  roster,
  teamRegister,
  formationSummary,
  coverage,
  activityRegister,
  signUpList,
  activityEvidence,
  annualPlan,
  requiredDays,
  volunteerYear,
  hoursDispute,
  volunteerNotice,
  teamYear,
  starStanding,
  annualReview,
  participation,
  unitReview,
  teamDuties,
  certificateRegister,
  breachRegister,
  yearBook,
  volunteerHistory,
];

/** TypeORM entities of the read tables, in schema `read`. */
export const readEntities: readonly (abstract new () => unknown)[] = [
  CheckpointRow,
  LeaseRow,
  ...projections.flatMap(({ tables }) => tables.map(({ entity }) => entity)),
];

/** In the order of their numbers. */
export const readMigrations: readonly (new () => MigrationInterface)[] = [
  ReadTables1764000000003,
  ReadTables1764000000004,
  ReadTables1764000000007,
  ReadTables1764000000101,
  ReadTables1764000000102,
  ReadTables1764000000201,
  ReadTables1764000000301,
  ReadTables1764000000302,
  ReadTables1764000000401,
  ReadTables1764000000402,
  ReadTables1764000000403,
  ReadTables1764000000404,
  ReadTables1764000000405,
  ReadTables1764000000501,
  ReadTables1764000000502,
  ReadTables1764000001301,
  ReadTables1764000001302,
  ReadTables1764000001303,
  ReadTables1764000002601,
  ReadTables1764000002701,
  ReadTables1764000002901,
  ReadTables1764000003001,
  ReadTables1764000003101,
  ReadTables1764000003102,
  ReadTables1764000003201,
];
