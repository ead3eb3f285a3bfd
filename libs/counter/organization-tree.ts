import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { OrganizationId } from '#libs/kernel/ids';

/** The organizations directly above: by the territorial line (块) and by the departmental line (条), Z-15. */
export interface Above {
  readonly parentId?: OrganizationId;
  readonly lineOfAuthorityId?: OrganizationId;
}

const organizationsMax = 100_000;

/** Who stands above whom. What stands above an organization never changes once it is registered, so it is remembered. */
export class OrganizationTree {
  private readonly above = new LRUCache<OrganizationId, Above>({ max: organizationsMax });

  constructor(
    /** Undefined when there is no such organization. Reads the log, not a read table: a new one counts at once. */
    private readonly find: (organizationId: OrganizationId) => Promise<Above | undefined>,
    private readonly read: DataSource,
  ) {}

  /** Itself first, then everything above it by both lines; empty for an organization that does not exist. */
  ancestry(organizationId: OrganizationId): Promise<readonly OrganizationId[]> {
    return this.allAbove(organizationId, ({ parentId, lineOfAuthorityId }) => [parentId, lineOfAuthorityId]);
  }

  /**
   * Itself first, then everything above it by the line it reports by: that of its parent, or that of its department where it has no
   * other. Who stands on the other line alone reads and changes nothing (F-44).
   */
  reportingLine(organizationId: OrganizationId): Promise<readonly OrganizationId[]> {
    return this.allAbove(organizationId, ({ parentId, lineOfAuthorityId }) => [parentId ?? lineOfAuthorityId]);
  }

  private async allAbove(
    organizationId: OrganizationId,
    linesOf: (above: Above) => readonly (OrganizationId | undefined)[],
  ): Promise<readonly OrganizationId[]> {
    const seen: OrganizationId[] = [];
    const waiting = [organizationId];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (seen.includes(next)) continue;
      const above = this.above.get(next) ?? (await this.find(next));
      if (!above) continue;
      this.above.set(next, above);
      seen.push(next);
      waiting.push(...linesOf(above).filter((id) => id !== undefined));
    }
    return seen;
  }

  /** These and everything below them by both lines, from the read tables. */
  async subtree(organizationIds: readonly OrganizationId[]): Promise<readonly OrganizationId[]> {
    const rows: { organization_id: OrganizationId }[] = await this.read.query(
      `with recursive below(organization_id) as (
         select organization_id from read.organization_directory where organization_id = any($1::uuid[])
         union
         select o.organization_id from read.organization_directory o join below b on o.parent_id = b.organization_id or o.line_of_authority_id = b.organization_id)
       select organization_id from below`,
      [organizationIds],
    );
    return rows.map((row) => row.organization_id);
  }
}
