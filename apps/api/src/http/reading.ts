import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access/actor';
import { readingScopes } from '#libs/access/permissions';
import { successorOf } from '#libs/counter/organization.desk';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import { policyInForce } from '#libs/counter/policy-in-force';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Instant, LocalDate } from '#libs/kernel/time';
import { dayOfInstant } from '#libs/reference/dates';
import type { Page } from '#libs/projection-engine/paging';
import { AccessNotes } from '../access/access-notes.js';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Problem } from './problem.js';

const unseen = '没有这条记录，或不在您管理的范围内。';

/** Said of somebody whose data is kept and not otherwise used (PIPL 47). */
export const restrictedText = '此人的个人信息已限制处理：只保存，不查看、不使用；须先解除限制。';

export interface YearTargets {
  readonly targetMinutes: number | null;
  readonly targetActivities: number | null;
  readonly membersMin: number;
}

/** What a signed-in person may see: the subtrees of their reading roles, and the volunteer their own record. */
@Injectable()
export class Reading {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly notes: AccessNotes,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Organizations whose lists the actor may read. Throws Problem when there are none by role. */
  async scope(actor: Actor): Promise<readonly OrganizationId[]> {
    const scopes = readingScopes(actor);
    if (scopes.length === 0) throw new Problem('not_allowed', { detail: '您的角色不能查阅台账。' });
    return this.house.tree.subtree(scopes);
  }

  /** The scope, unless the record is the actor's own: then no limit. */
  scopeFor(actor: Actor, volunteerId: VolunteerId): Promise<readonly OrganizationId[] | undefined> {
    return isOwn(actor, volunteerId) ? Promise.resolve(undefined) : this.scope(actor);
  }

  /** The organization and all below it. Throws Problem (404) for one that the actor may not read. */
  async scopeUnder(actor: Actor, organizationId: OrganizationId): Promise<readonly OrganizationId[]> {
    await this.assertSees(actor, organizationId);
    return this.house.tree.subtree([organizationId]);
  }

  /** For a list: everything the actor may read, or one organization and what lies below it. */
  listScope(actor: Actor, within: OrganizationId | undefined): Promise<readonly OrganizationId[]> {
    return within === undefined ? this.scope(actor) : this.scopeUnder(actor, within);
  }

  /** The numbers a year is held against: of the rules in force at its end for the organization, for a list without one those of the actor's own. */
  async targets(actor: Actor, year: number, organizationId?: OrganizationId): Promise<YearTargets> {
    const of = organizationId ?? readingScopes(actor)[0];
    if (of === undefined) throw new Problem('not_allowed', { detail: '您的角色不能查阅台账。' });
    const { rules } = await policyInForce(this.house, of, `${year}-12-31` as LocalDate);
    return {
      targetMinutes: rules.volunteerServiceMinutesPerYearMin?.value ?? null,
      targetActivities: rules.teamActivitiesPerYearMin?.value ?? null,
      membersMin: rules.activityTeamMembersMin.value,
    };
  }

  /** Today in Asia/Shanghai. */
  today(): LocalDate {
    return dayOfInstant(this.now()) as LocalDate;
  }

  now(): Instant {
    return new Date((this.options.now ?? this.house.time)()).toISOString() as Instant;
  }

  /** Throws Problem (404, so that nobody learns what exists elsewhere). */
  async assertSees(actor: Actor, organizationId: OrganizationId): Promise<void> {
    const scopes = readingScopes(actor);
    const sees = async (id: OrganizationId): Promise<boolean> => {
      const ancestry = await this.house.tree.ancestry(id);
      return scopes.some((scope) => ancestry.includes(scope));
    };
    if (await sees(organizationId)) return;
    // F-21: who answers for the records of an ended body may look into them.
    const successorId = await successorOf(this.house, organizationId);
    if (successorId !== organizationId && (await sees(successorId))) return;
    await this.unseen(actor, organizationId);
  }

  /** A person of an organization that the actor may read. Throws Problem (404). */
  async assertSeesVolunteer(actor: Actor, volunteerId: VolunteerId): Promise<void> {
    const organizationId = await organizationOfVolunteer(this.house, volunteerId);
    await this.assertSees(actor, await this.found(actor, volunteerId, organizationId));
  }

  /** What was found, or 404. */
  async found<T>(actor: Actor, id: string, item: T | null | undefined): Promise<T> {
    return item ?? this.unseen(actor, id);
  }

  private async unseen(actor: Actor, id: string): Promise<never> {
    await this.notes.note('denied', actor, { read: id });
    throw new Problem('not_found', { detail: unseen });
  }
}

export const isOwn = (actor: Actor, volunteerId: VolunteerId): boolean =>
  actor.volunteerId === volunteerId && actor.grants.some(({ role }) => role === 'VOLUNTEER');

/** Ciphertexts stay in the house. */
export const withoutSealed = <Item extends object, Name extends keyof Item>(
  page: Page<Item>,
  name: Name,
): Page<Omit<Item, Name>> => ({
  ...page,
  items: page.items.map(({ [name]: _sealed, ...shown }) => shown),
});
