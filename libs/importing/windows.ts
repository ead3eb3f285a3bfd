import type { Actor } from '#libs/access/actor';
import { readingScopes } from '#libs/access/permissions';
import type { House } from '#libs/house/house';
import type { ParsedMemberRow } from '#libs/intake/member-information-sheet';
import type { ParsedSignInRow } from '#libs/intake/sign-in-sheet';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Page, Paging } from '#libs/projection-engine/paging';
import { activities, attendancesOfActivity } from '#projections/activity-register/activity-register.query';
import { organizationRecord, organizations } from '#projections/organization-directory/organization-directory.query';
import { teamLines } from '#projections/team-register/team-register.query';
import { volunteers, type VolunteerLine } from '#projections/volunteer-register/volunteer-register.query';
import { nameAndNumber } from './attendants.js';
import type { Bodies, KnownBody } from './organizations.place.js';
import type { KnownAttendance, KnownOrganization, KnownVolunteer, Place, Served, Unit } from './lookups.js';

/** What an import asks of the ledger, for one importer on one day. */
export interface Windows {
  readonly house: Pick<House, 'read' | 'blindIndex' | 'tree'>;
  readonly scope: readonly OrganizationId[];
  readonly today: LocalDate;
}

export async function windowsFor(house: Windows['house'], actor: Actor, today: LocalDate): Promise<Windows> {
  return { house, scope: await house.tree.subtree(readingScopes(actor)), today };
}

const pageSize = 200;

async function everyPage<Item>(ask: (paging: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const found = await ask({ page, pageSize });
    items.push(...found.items);
    if (found.items.length < pageSize) return items;
  }
}

const notFound = '没有找到该党组织，或者它不在当前账号的查看范围内。';

async function organizationOf(
  { house, scope, today: on }: Windows,
  organizationId: OrganizationId,
): Promise<KnownOrganization | undefined> {
  return (await organizationRecord(house.read, { organizationId, on, scope })) ?? undefined;
}

/** The unit with this id. */
export async function placeOf(windows: Windows, organizationId: OrganizationId): Promise<Place> {
  const organization = await organizationOf(windows, organizationId);
  return { organization, obstacles: organization ? [] : [notFound] };
}

/** The unit of this name directly below another, or the place for it. */
export async function placeBelow(windows: Windows, parentId: OrganizationId, name: string): Promise<Place> {
  const { house, scope, today: on } = windows;
  const parent = await organizationOf(windows, parentId);
  if (!parent) return { organization: undefined, obstacles: [notFound] };
  const below = await everyPage((paging) => organizations(house.read, { ...paging, on, scope, parentId, text: name }));
  const [organization, another] = below.filter((one) => one.name === name);
  return {
    organization,
    parent,
    obstacles: another ? [`“${parent.name}”之下有不止一个“${name}”，请改用 --organization 指明编号。`] : [],
  };
}

/** The organization with what lies below it by the line it reports by (F-44), and all that the importer sees; undefined if it is not there. */
export async function bodiesFor(
  { house, scope, today: on }: Windows,
  organizationId: OrganizationId,
): Promise<Bodies | undefined> {
  const all = await everyPage((paging) => organizations(house.read, { ...paging, on, scope }));
  const seen = all.filter(({ endedOn }) => endedOn === null || endedOn > on);
  const chosen = seen.find((one) => one.organizationId === organizationId);
  if (!chosen) return undefined;
  const children = new Map<OrganizationId | null, KnownBody[]>();
  for (const one of seen) {
    const above = one.parentId ?? one.lineOfAuthorityId;
    children.set(above, [...(children.get(above) ?? []), one]);
  }
  const below: KnownBody[] = [chosen];
  for (const body of below) below.push(...(children.get(body.organizationId) ?? []));
  return { chosen, below, seen };
}

const knownVolunteer = ({
  volunteerId,
  name,
  volunteerNumber,
  sex,
  joinedPartyOn,
  enrolledOn,
}: VolunteerLine): KnownVolunteer => ({
  volunteerId,
  name,
  volunteerNumber,
  sex,
  joinedPartyOn,
  enrolledOn,
});

export async function unitOf(
  { house, scope, today: on }: Windows,
  organizationId: OrganizationId | undefined,
): Promise<Unit> {
  if (organizationId === undefined) return { teams: [], volunteers: [] };
  const teams = await everyPage((paging) => teamLines(house.read, { ...paging, on, scope, organizationId }));
  const people = await everyPage((paging) => volunteers(house.read, { ...paging, scope, organizationId }));
  return {
    teams: teams.map(({ teamId, name, ordinal, establishedOn, stated }) => {
      const { statedSize = null, statedLeader = null } = stated ?? {};
      return { teamId, name, ordinal, establishedOn, statedSize, statedLeader };
    }),
    volunteers: people.map(knownVolunteer),
  };
}

/** Who has the ID number of a row already, by row; asked of the blind index, where no number stands. */
export async function holdersOf(
  { house }: Windows,
  rows: readonly ParsedMemberRow[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const holders = new Map<number, readonly string[]>();
  for (const { row, idNumber } of rows)
    holders.set(row, await house.blindIndex.find({ kind: 'id_number', value: idNumber }));
  return holders;
}

export async function servedOf(
  windows: Windows,
  rows: readonly ParsedSignInRow[],
  { unit, organizationId }: { unit: Unit; organizationId: OrganizationId },
): Promise<Served> {
  const { house, scope } = windows;
  const membersOf = new Map<TeamId, ReadonlySet<VolunteerId>>();
  for (const { teamId } of unit.teams) {
    const members = await everyPage((paging) => volunteers(house.read, { ...paging, scope, memberOfTeamId: teamId }));
    membersOf.set(teamId, new Set(members.map(({ volunteerId }) => volunteerId)));
  }
  const byNumber = new Map<string, KnownVolunteer>();
  for (const number of new Set(rows.flatMap(({ name }) => nameAndNumber(name).volunteerNumber ?? []))) {
    const { items } = await volunteers(house.read, { scope, text: number });
    const found = items.find(({ volunteerNumber }) => volunteerNumber === number);
    if (found) byNumber.set(number, knownVolunteer(found));
  }
  return { membersOf, byNumber, attendances: await attendancesOf(windows, rows, organizationId) };
}

/** Attendances of the activities that have the title and the day of a row. */
async function attendancesOf(
  { house, scope }: Windows,
  rows: readonly ParsedSignInRow[],
  organizationId: OrganizationId,
): Promise<KnownAttendance[]> {
  const wanted = new Set(rows.map(({ heldOn, activityTitle }) => `${heldOn} ${activityTitle}`));
  const known: KnownAttendance[] = [];
  for (const year of new Set(rows.map(({ heldOn }) => Number(heldOn.slice(0, 4))))) {
    const held = await everyPage((paging) =>
      activities(house.read, { ...paging, scope, organizationId, year, cancelled: false }),
    );
    for (const { activityId, title, firstHeldOn } of held.filter((one) =>
      wanted.has(`${one.firstHeldOn ?? ''} ${one.title}`),
    )) {
      const attendances = await everyPage((paging) =>
        attendancesOfActivity(house.read, { ...paging, activityId, scope }),
      );
      for (const { volunteerId, startsAt, endsAt, servedOn } of attendances)
        known.push({
          activityId,
          activityTitle: title,
          heldOn: servedOn ?? firstHeldOn,
          volunteerId,
          startsAt,
          endsAt,
        });
    }
  }
  return known;
}
