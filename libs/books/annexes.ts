import type { DataSource, EntityManager } from 'typeorm';
import type { Annex2Document, Annex2Entry } from '#libs/forms/annex-2';
import type { Annex3Document } from '#libs/forms/annex-3';
import type { Annex4Document } from '#libs/forms/annex-4';
import type { FrozenForm } from '#libs/forms/form';
import type { House } from '#libs/house/house';
import { placeOf } from '#libs/projection-engine/as-of';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, YearMonth } from '#libs/kernel/time';
import { pageSizeMax, type Page, type Paging } from '#libs/projection-engine/paging';
import { hasCode } from '#libs/reference/codes';
import { completedYears } from '#libs/reference/dates';
import { ethnicity } from '#libs/reference/ethnicity';
import { education, sex } from '#libs/reference/personal-codes';
import { formationLines } from '#projections/formation-summary/formation-summary.query';
import { organizationRecord } from '#projections/organization-directory/organization-directory.query';
import { rosterEntries, rosterHead, type RosterEntry } from '#projections/roster/roster.query';
import { teamLines, teamRegisterHead, type TeamLine } from '#projections/team-register/team-register.query';
import { contactsOf, type ContactView } from './contacts.js';

export interface AnnexAsked {
  readonly organizationId: OrganizationId;
  /** 填表日期. */
  readonly formDate: LocalDate;
  /** Organizations the asker may read; absent for all. */
  readonly scope?: readonly OrganizationId[] | undefined;
}

export type AnnexWithContactsAsked = AnnexAsked & {
  readonly contacts: ContactView;
  /** Kept and not otherwise used: their numbers stay masked. */
  readonly restricted?: ReadonlySet<string>;
  /** Told whose numbers stand on the form in clear. */
  readonly onOpened?: (volunteerIds: readonly VolunteerId[]) => void;
};

type Parts = Pick<House, 'read' | 'keys'>;

/** A number where positions are numbers, as forms have always printed and hashed it. */
const positionOnPaper = (position: string): number | string => (position.includes(':') ? position : Number(position));
type Origin = Pick<FrozenForm, 'ledgerPosition' | 'filledOn'>;

/** 附件2, from one state of the read tables; undefined where there is no such organization in the scope on that day. */
export function annex2Document(
  { read, keys }: Parts,
  asked: AnnexWithContactsAsked,
): Promise<Annex2Document | undefined> {
  return atOneMoment(read, asked, async (source, origin) => {
    const where = { organizationId: asked.organizationId, on: asked.formDate, scope: asked.scope };
    const head = await rosterHead(source, where);
    if (!head) return undefined;
    const people = await everyPage((paging) => rosterEntries(source, { ...where, ...paging }));
    const sealed = people.map(({ sealedContact }) => sealedContact);
    const contacts = await contactsOf(keys, sealed, viewsOf(asked, people.map(({ volunteerId }) => volunteerId)));
    const entries = people.map((person, index) => entryOf(person, contacts[index] ?? [], asked.formDate));
    return { form: 'annex-2', ...origin, unitName: head.unitName, entries };
  });
}

/** 附件3, likewise. */
export function annex3Document(
  { read, keys }: Parts,
  asked: AnnexWithContactsAsked,
): Promise<Annex3Document | undefined> {
  return atOneMoment(read, asked, async (source, origin) => {
    const where = { organizationId: asked.organizationId, on: asked.formDate, scope: asked.scope };
    const head = await teamRegisterHead(source, where);
    if (!head) return undefined;
    const lines = await everyPage((paging) => teamLines(source, { ...where, ...paging }));
    const sealed = lines.map(({ sealedLeaderContact }) => sealedLeaderContact);
    const contacts = await contactsOf(keys, sealed, viewsOf(asked, lines.map(({ leaderId }) => leaderId)));
    const teams = lines.map((line, index) => teamOf(line, contacts[index] ?? []));
    const { unitName, staffHeadcount, name } = head;
    return { form: 'annex-3', ...origin, unitName, staffHeadcount, partyOrganizations: [{ name, teams }] };
  });
}

/** 附件4 of everything below the organization by both lines, likewise. */
export function annex4Document({ read }: Pick<Parts, 'read'>, asked: AnnexAsked): Promise<Annex4Document | undefined> {
  return atOneMoment(read, asked, async (source, origin) => {
    const { organizationId, formDate: on, scope } = asked;
    const compiler = await organizationRecord(source, { organizationId, on, scope });
    if (!compiler) return undefined;
    const below = { parentId: organizationId, lineOfAuthorityId: organizationId };
    const lines = await everyPage((paging) => formationLines(source, { on, scope, ...below, ...paging }));
    const units = lines.map(({ unitName: name, members: memberCount, teamCount, volunteerCount }) => ({
      name,
      memberCount,
      teamCount,
      volunteerCount,
    }));
    return { form: 'annex-4', ...origin, compiledBy: compiler.name, units };
  });
}

/** How each person's numbers are shown; says whose are open. */
function viewsOf(
  { contacts, restricted, onOpened }: AnnexWithContactsAsked,
  people: readonly (VolunteerId | null)[],
): readonly ContactView[] {
  const views = people.map((id): ContactView => (id !== null && restricted?.has(id) ? 'masked' : contacts));
  onOpened?.(people.flatMap((id, i) => (id !== null && views[i] === 'open' ? [id] : [])));
  return views;
}

const windows = ['roster', 'team-register', 'formation-summary'];

/** Everything on a form is read from one snapshot, whose position in the ledger stands at its foot. */
function atOneMoment<T>(
  read: DataSource,
  { formDate }: AnnexAsked,
  work: (source: DataSource, origin: Origin) => Promise<T>,
): Promise<T> {
  return read.transaction('REPEATABLE READ', async (manager: EntityManager) => {
    const [reached] = await manager.query<{ position: string | null }[]>(
      `select position from read.checkpoint where name = any($1) order by ${placeOf('position')} limit 1`,
      [windows],
    );
    // A query asks its source for nothing but `query`, which the manager answers inside the transaction.
    const source = manager as unknown as DataSource;
    return work(source, { ledgerPosition: positionOnPaper(reached?.position ?? '0'), filledOn: formDate });
  });
}

async function everyPage<Item>(ask: (paging: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const { items: more, total } = await ask({ page, pageSize: pageSizeMax });
    items.push(...more);
    if (more.length === 0 || items.length >= total) return items;
  }
}

function entryOf(person: RosterEntry, contacts: readonly string[], on: LocalDate): Annex2Entry {
  const { name, mainProjects } = person;
  return {
    name,
    sexCode: hasCode(sex, person.sex) ? person.sex : null,
    age: ageOf(person, on),
    ...wordOf('education', person.education),
    joinedPartyOn: monthOf(person.joinedPartyOn),
    ...wordOf('ethnicity', person.ethnicity),
    mainProjects: mainProjects === null ? [] : [mainProjects],
    contacts,
  };
}

/** A month or a whole day was given; an erased one is neither. */
const monthOf = (given: string | null): YearMonth | null =>
  given !== null && /^\d{4}-\d{2}/.test(given) ? (given.slice(0, 7) as YearMonth) : null;

const lists = { education, ethnicity } as const;

/** The code, or the words that no code was chosen for. */
function wordOf(field: 'education', word: string | null): Pick<Annex2Entry, 'educationCode' | 'educationText'>;
function wordOf(field: 'ethnicity', word: string | null): Pick<Annex2Entry, 'ethnicityCode' | 'ethnicityText'>;
function wordOf(field: keyof typeof lists, word: string | null): object {
  if (word !== null && hasCode(lists[field], word)) return { [`${field}Code`]: word };
  return { [`${field}Code`]: null, [`${field}Text`]: word ?? '' };
}

/** completed years on the day of the form; a stated age grows with the years since it was stated. */
function ageOf({ birthDate, statedAge, statedAgeOn }: RosterEntry, on: LocalDate): number | null {
  if (birthDate !== null && /^\d{4}-\d{2}/.test(birthDate) && birthDate <= on) return completedYears(birthDate, on);
  if (statedAge === null || !/^\d+$/.test(statedAge)) return null;
  return Number(statedAge) + (statedAgeOn !== null && statedAgeOn <= on ? completedYears(statedAgeOn, on) : 0);
}

const teamOf = (
  { name, volunteerCount, mainProjects, leaderName }: TeamLine,
  leaderContacts: readonly string[],
): Annex3Document['partyOrganizations'][number]['teams'][number] => ({
  name,
  volunteerCount,
  mainProjects: mainProjects === null ? [] : [mainProjects],
  leaderName: leaderName ?? '',
  leaderContacts,
});
