import type { RowFault } from '#libs/intake/fault';
import { readMemberInformationSheet } from '#libs/intake/member-information-sheet';
import { readOrganizationSheet } from '#libs/intake/organization-sheet';
import { readRosterSheet } from '#libs/intake/roster-sheet';
import { readSignInSheet } from '#libs/intake/sign-in-sheet';
import { readTeamRegisterSheet } from '#libs/intake/team-register-sheet';
import type { BatchId, OrganizationId } from '#libs/kernel/ids';
import type { Grounds } from './grounds.js';
import { digestOf, type OptionValues } from './batch.js';
import { planMembers, type MembersOptions } from './members.plan.js';
import { planOrganizations, type OrganizationsOptions } from './organizations.plan.js';
import type { Plan } from './plan.js';
import { planRoster, type RosterOptions } from './roster.plan.js';
import { planSignIn } from './sign-in.plan.js';
import { partyOrganizationNames, planTeams, type TeamsOptions } from './teams.plan.js';
import { bodiesFor, holdersOf, placeBelow, placeOf, servedOf, unitOf, type Windows } from './windows.js';

/** What is imported, where and with which options. */
export type ImportAsked =
  | { readonly kind: 'organizations'; readonly organizationId: OrganizationId; readonly options: OrganizationsOptions }
  | { readonly kind: 'teams'; readonly organizationId: OrganizationId; readonly options: TeamsOptions }
  /** Registers the Party organization of the sheet below this one if it is not there yet. */
  | { readonly kind: 'teams'; readonly registerUnder: OrganizationId; readonly options: TeamsOptions }
  | { readonly kind: 'roster'; readonly organizationId: OrganizationId; readonly options: RosterOptions }
  | { readonly kind: 'members'; readonly organizationId: OrganizationId; readonly options: MembersOptions }
  /** Papers and reason may change from one attempt to the next: the calendar runs on, and a scan may have been missing. */
  | { readonly kind: 'sign-in'; readonly organizationId: OrganizationId; readonly grounds: Grounds };

/** A sheet read and everything asked that a plan needs: the same answers for the preview and for the writing. */
export interface Planner {
  readonly rowsRead: number;
  readonly sheetFaults: readonly RowFault[];
  readonly notes: readonly string[];
  /** What stands in a row of the sheet, by header. */
  readonly sourceOf: (row: number) => Readonly<Record<string, string>> | undefined;
  planFor(batchId: BatchId): Plan;
}

/** Throws SheetRejected. */
export function plannerOf(asked: ImportAsked, bytes: Uint8Array, windows: Windows): Promise<Planner> {
  switch (asked.kind) {
    case 'organizations':
      return organizationsPlanner(asked, bytes, windows);
    case 'teams':
      return teamsPlanner(asked, bytes, windows);
    case 'roster':
      return rosterPlanner(asked, bytes, windows);
    case 'members':
      return membersPlanner(asked, bytes, windows);
    case 'sign-in':
      return signInPlanner(asked, bytes, windows);
  }
}

type Asked<K extends ImportAsked['kind']> = Extract<ImportAsked, { kind: K }>;
type Read = Omit<Planner, 'planFor' | 'sheetFaults'> & { readonly faults: readonly RowFault[] };

const planner = ({ rowsRead, faults, notes, sourceOf }: Read, planFor: Planner['planFor']): Planner => ({
  rowsRead,
  sheetFaults: faults,
  notes,
  sourceOf,
  planFor,
});

async function organizationsPlanner(
  { organizationId, options }: Asked<'organizations'>,
  bytes: Uint8Array,
  windows: Windows,
): Promise<Planner> {
  const sheet = await readOrganizationSheet(bytes);
  const known = { bodies: await bodiesFor(windows, organizationId), today: windows.today };
  return planner(sheet, (batchId) => planOrganizations(sheet, known, options, batchId));
}

async function teamsPlanner(asked: Asked<'teams'>, bytes: Uint8Array, windows: Windows): Promise<Planner> {
  const sheet = await readTeamRegisterSheet(bytes);
  const [name = ''] = partyOrganizationNames(sheet);
  const place =
    'registerUnder' in asked
      ? await placeBelow(windows, asked.registerUnder, name)
      : await placeOf(windows, asked.organizationId);
  const unit = await unitOf(windows, place.organization?.organizationId);
  return planner(sheet, (batchId) => planTeams(sheet, { place, unit }, asked.options, batchId));
}

async function rosterPlanner(
  { organizationId, options }: Asked<'roster'>,
  bytes: Uint8Array,
  windows: Windows,
): Promise<Planner> {
  const sheet = await readRosterSheet(bytes);
  const place = await placeOf(windows, organizationId);
  const unit = await unitOf(windows, organizationId);
  return planner(sheet, (batchId) => planRoster(sheet, { place, unit }, options, batchId));
}

async function membersPlanner(
  { organizationId, options }: Asked<'members'>,
  bytes: Uint8Array,
  windows: Windows,
): Promise<Planner> {
  const sheet = await readMemberInformationSheet(bytes);
  const known = {
    place: await placeOf(windows, organizationId),
    unit: await unitOf(windows, organizationId),
    holdersOf: await holdersOf(windows, sheet.rows),
  };
  return planner(sheet, (batchId) => planMembers(sheet, known, options, batchId));
}

async function signInPlanner(
  { organizationId, grounds }: Asked<'sign-in'>,
  bytes: Uint8Array,
  windows: Windows,
): Promise<Planner> {
  const sheet = await readSignInSheet(bytes);
  const unit = await unitOf(windows, organizationId);
  const known = {
    place: await placeOf(windows, organizationId),
    unit,
    served: await servedOf(windows, sheet.rows, { unit, organizationId }),
    ...{ today: windows.today, grounds },
  };
  return planner(sheet, (batchId) => planSignIn(sheet, known, batchId));
}

/** Under which organization the batch is kept. */
export const organizationOf = (asked: ImportAsked): OrganizationId =>
  'registerUnder' in asked ? asked.registerUnder : asked.organizationId;

const texts = new Set(['formationTitle', 'formationNumber', 'leaderPost', 'leaderPostDocument', 'team', 'teams']);
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The options as a batch remembers them, under the names in which the user types them. */
export function optionValuesOf(asked: ImportAsked): OptionValues {
  const told = Object.entries('options' in asked ? asked.options : {}).filter(([, value]) => value !== undefined);
  const values = told.map(([name, value]: [string, unknown]): [string, string] => [
    kebab(name),
    texts.has(name) ? digestOf(plainText(value)) : plainText(value),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

function plainText(value: unknown): string {
  if (value instanceof Map) return JSON.stringify([...value]);
  return Array.isArray(value) ? value.join() : String(value);
}
