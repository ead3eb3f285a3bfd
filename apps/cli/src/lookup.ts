import type { Actor } from '#libs/access/actor';
import { readingScopes } from '#libs/access/permissions';
import { NotAllowed } from '#libs/counter/counter';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { House } from '#libs/house/house';
import { isUuid, type OrganizationId, type VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { dayOfInstant } from '#libs/reference/dates';
import {
  organizationRecord,
  organizations,
  type OrganizationLine,
} from '#projections/organization-directory/organization-directory.query';
import { CliFault, usageFault } from './cli-fault.js';
import type { CliSession } from './session.js';

/** Today in Asia/Shanghai. */
export const today = (): LocalDate => dayOfInstant(new Date().toISOString()) as LocalDate;

type Scope = readonly OrganizationId[] | undefined;

// A plain answer: as a guard it would make a text that is no id into nothing at all.
const isId = (text: string): boolean => isUuid(text);

/** The organizations this person may read. Throws NotAllowed for somebody who reads no ledger. */
export async function scopeOf({
  house,
  actor,
}: Pick<CliSession, 'house' | 'actor'>): Promise<readonly OrganizationId[]> {
  const scopes = readingScopes(actor);
  if (scopes.length === 0) throw new NotAllowed('role_missing');
  return house.tree.subtree(scopes);
}

const shownMax = 10;

/** The one organization of that id, name or unit name within the scope. Throws CliFault when there is none or more than one. */
export async function organizationNamed({ read }: House, asked: string, scope: Scope): Promise<OrganizationLine> {
  const on = today();
  if (isId(asked)) {
    const record = await organizationRecord(read, { organizationId: asked as OrganizationId, on, scope });
    if (record) return record;
    throw new NotAllowed('not_found');
  }
  const { items } = await organizations(read, { on, scope, text: asked, pageSize: 200 });
  const exact = items.filter(({ name }) => name === asked);
  const sameUnit = items.filter(({ unitName }) => unitName === asked);
  const fitting = [exact, sameUnit, items].find((found) => found.length > 0) ?? [];
  const [one, ...others] = fitting;
  if (one === undefined)
    throw new CliFault(`没有找到党组织“${asked}”，或它不在这个账号的范围内。`, '用 zhice organization list 查看名称。');
  if (others.length > 0) throw new CliFault(`“${asked}”对应多个党组织，请写全名或编号：\n${named(fitting)}`);
  return one;
}

const named = (lines: readonly OrganizationLine[]): string =>
  lines
    .slice(0, shownMax)
    .map(({ name, organizationId }) => `  ${name}　${organizationId}`)
    .join('\n');

/** The organization and everything below it that this person may read. */
export async function subtreeNamed(
  session: Pick<CliSession, 'house' | 'actor'>,
  asked: string,
): Promise<{ organization: OrganizationLine; scope: readonly OrganizationId[] }> {
  const readable = await scopeOf(session);
  const organization = await organizationNamed(session.house, asked, readable);
  const below = await session.house.tree.subtree([organization.organizationId]);
  return { organization, scope: below.filter((id) => readable.includes(id)) };
}

/** By volunteer number (ten digits) or id. Throws CliFault and NotAllowed. */
export async function volunteerNamed({ mainPool }: House, asked: string): Promise<VolunteerId> {
  if (isId(asked)) return asked as VolunteerId;
  if (!/^\d{10}$/.test(asked)) throw usageFault(`“${asked}”不是志愿者编号。`, '志愿者编号是十位数字，如 2026000001。');
  const { rows } = await mainPool.query<{ volunteer_id: VolunteerId }>(
    'select volunteer_id from registry.volunteer_number where number = $1',
    [asked],
  );
  if (!rows[0]) throw new NotAllowed('not_found');
  return rows[0].volunteer_id;
}

/** Whoever may read this person's record: themselves, or a reader above the organization that holds their application. */
export async function assertMayRead(house: House, actor: Actor, volunteerId: VolunteerId): Promise<void> {
  if (actor.volunteerId === volunteerId && actor.grants.some(({ role }) => role === 'VOLUNTEER')) return;
  const scopes = readingScopes(actor);
  if (scopes.length === 0) throw new NotAllowed('role_missing');
  const organizationId = await organizationOfVolunteer({ ledger: house.ledger }, volunteerId);
  const ancestry = organizationId === undefined ? [] : await house.tree.ancestry(organizationId);
  // The same answer as for somebody who does not exist: whether a person is in the ledger is personal, too.
  if (!ancestry.some((id) => scopes.includes(id))) throw new NotAllowed('not_found');
}

/** A calendar year, 2000 to 2200. */
export function yearIn(text: string): number {
  const year = Number(text);
  if (!Number.isInteger(year) || year < 2000 || year > 2200)
    throw usageFault(`“${text}”不是年度。`, '请写四位数字，如 2026。');
  return year;
}
