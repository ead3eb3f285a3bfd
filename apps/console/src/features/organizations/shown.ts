import type { AnswerOf } from '../../api/query.js';

export type OrganizationRecord = AnswerOf<'/api/organizations/{organizationId}'>;

/** What every part of an organization's page is told. */
export interface Shown {
  readonly organization: OrganizationRecord;
  /** The day looked at; undefined for today. */
  readonly on: string | undefined;
  /** Today is looked at, and the organization goes on: acts can be given. */
  readonly isCurrent: boolean;
}
