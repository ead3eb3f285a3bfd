import { Inject, Injectable } from '@nestjs/common';
import { accountNames } from '#libs/access/account-names';
import type { Actor } from '#libs/access/actor';
import { auditScopes } from '#libs/access/permissions';
import { isIn, type AuditEntry, type AuditScope } from '#libs/books/audit-entries';
import { HOUSE, type House } from '../api-parts.js';
import { Problem } from '../http/problem.js';

export interface NamedEntry extends AuditEntry {
  /** Of the account that wrote it; null for what the product wrote itself. */
  readonly byName: string | null;
}

/** What an auditor may read: entries written for the organizations of the role and below, and what belongs to the whole log. */
@Injectable()
export class Auditing {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** Throws Problem (403) for whoever is no auditor. */
  async scope(actor: Actor): Promise<AuditScope> {
    const scopes = auditScopes(actor);
    if (scopes.length === 0) throw new Problem('not_allowed', { detail: '审计页面只对审计员开放。' });
    return this.house.tree.subtree(scopes);
  }

  /** Those of the scope. */
  async own<T extends AuditEntry>(actor: Actor, entries: readonly T[]): Promise<readonly T[]> {
    const mine = new Set<string>(await this.scope(actor));
    return entries.filter((one) => isIn(mine, one));
  }

  async named<T extends AuditEntry>(entries: readonly T[]): Promise<readonly (T & NamedEntry)[]> {
    const names = await accountNames(
      this.house.main.manager,
      entries.map(({ by }) => by),
    );
    return entries.map((one) => ({ ...one, byName: names.get(one.by) ?? null }));
  }
}
