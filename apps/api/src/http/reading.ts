import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access/actor';
import { readingScopes } from '#libs/access/permissions';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { Problem } from './problem.js';

const unseen = '没有这条记录，或不在您管理的范围内。';

/** What a signed-in person may see: the subtrees of their reading roles, and the volunteer their own record. */
@Injectable()
export class Reading {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly notes: AccessNotes,
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

  /** Throws Problem (404, so that nobody learns what exists elsewhere). */
  async assertSees(actor: Actor, organizationId: OrganizationId): Promise<void> {
    const ancestry = await this.house.tree.ancestry(organizationId);
    if (readingScopes(actor).some((id) => ancestry.includes(id))) return;
    await this.unseen(actor, organizationId);
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
