import type { DataSource } from 'typeorm';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Sealed } from '#libs/privacy/envelope';
import { entryOn, inScope, sealedOn } from '#libs/projection-engine/as-of';
import { escaped, lettersAsked } from '#libs/projection-engine/letters';
import { pageOf, rowsOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { VolunteerStatus } from '#libs/volunteer/standing';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import type { VolunteerRegister } from './volunteer-register.entity.js';

type Scope = readonly OrganizationId[] | undefined;

export interface VolunteersAsked {
  readonly scope: Scope;
  /** Standing on this day; the newest without it. */
  readonly on?: LocalDate | undefined;
  readonly statuses?: readonly VolunteerStatus[] | undefined;
  readonly participantKinds?: readonly ParticipantKind[] | undefined;
  readonly organizationId?: OrganizationId | undefined;
  /** `NONE` for those without. */
  readonly primaryTeamId?: TeamId | 'NONE' | undefined;
  /** Member on the day, primary or not. */
  readonly memberOfTeamId?: TeamId | undefined;
  /** Part of a name, the beginning of its letters (`zjj`, `zhangj`) or the beginning of a volunteer number. */
  readonly text?: string | undefined;
  /** Those whom the blind index found for an ID number or a mobile. */
  readonly volunteerIds?: readonly VolunteerId[] | undefined;
}

/** What a list may be sorted by; anything else does not reach the SQL. */
export const volunteerSorts = ['name', 'volunteerNumber', 'appliedOn', 'approvedOn', 'enrolledOn', 'organizationName'] as const;
export type VolunteerSort = (typeof volunteerSorts)[number];

type Shown = Pick<
  VolunteerRegister,
  | 'volunteerId'
  | 'volunteerNumber'
  | 'status'
  | 'organizationId'
  | 'participantKind'
  | 'primaryTeamId'
  | 'appliedOn'
  | 'approvedOn'
  | 'enrolledOn'
  | 'withdrawnOn'
  | 'retiredOn'
  | 'deceasedOn'
  | 'survivorId'
  | 'source'
  | 'name'
  | 'sex'
  | 'birthDate'
  | 'statedAge'
  | 'statedAgeOn'
  | 'ethnicity'
  | 'education'
  | 'workUnit'
  | 'politicalStatus'
  | 'joinedPartyOn'
  | 'skills'
  | 'mainProjects'
  | 'serviceInterests'
>;

export interface VolunteerLine extends Shown {
  readonly organizationName: string | null;
  readonly primaryTeamName: string | null;
}

// The newest standing needs no unfolding of histories, and so can use the indexes.
const newest = `select v.status, v.organization_id, v.participant_kind, v.primary_team_id where v.status is not null`;
const onDay = `select (${entryOn('v.statuses', '$1')})->>'status' as status, ((${entryOn('v.statuses', '$1')})->>'organizationId')::uuid as organization_id,
  (${entryOn('v.kinds', '$1')})->>'participantKind' as participant_kind, ((${entryOn('v.primary_teams', '$1')})->>'teamId')::uuid as primary_team_id
  where v.statuses->0->>'on' <= $1::text`;

const memberOf = `v.memberships @> jsonb_build_array(jsonb_build_object('teamId', $8::text)) and exists (select 1 from jsonb_array_elements(v.memberships) m
  where m->>'teamId' = $8::text and m->>'joinedOn' <= coalesce($1::text, '9999-12-31') and coalesce(m->>'leftOn', '9999-12-31') > coalesce($1::text, '9999-12-30'))`;

const orNull = <T>(value: T | undefined): T | null => value ?? null;

function selection(asked: VolunteersAsked): { from: string; values: unknown[] } {
  const { scope, on, organizationId, primaryTeamId, text } = asked;
  const from = `from read.volunteer_register v cross join lateral (${on === undefined ? newest : onDay}) now
    left join read.volunteer_register_name o on o.subject_id = now.organization_id
    left join read.volunteer_register_name t on t.subject_id = now.primary_team_id
    where ($1::text is null or true) and ${inScope('now.organization_id', '$2')}
    and ($3::text[] is null or now.status = any($3)) and ($4::text[] is null or now.participant_kind = any($4))
    and ($5::uuid is null or now.organization_id = $5) and ($6::uuid is null or now.primary_team_id = $6) and (not $7 or now.primary_team_id is null)
    and ($8::text is null or ${memberOf})
    and ($9::text is null or v.name like '%' || $9 || '%' or v.volunteer_number like $9 || '%'
      or v.name_letters like $11 || '%' or split_part(v.name_letters, ' ', 2) like $11 || '%') and ($10::uuid[] is null or v.volunteer_id = any($10))`;
  const values = [
    orNull(on),
    orNull(scope),
    orNull(asked.statuses),
    orNull(asked.participantKinds),
    orNull(organizationId),
    primaryTeamId === 'NONE' ? null : orNull(primaryTeamId),
    primaryTeamId === 'NONE',
    orNull(asked.memberOfTeamId),
    text === undefined ? null : escaped(text),
    orNull(asked.volunteerIds),
    lettersAsked(text),
  ];
  return { from, values };
}

const line = `select v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", now.status, now.organization_id as "organizationId",
  o.name as "organizationName", now.participant_kind as "participantKind", now.primary_team_id as "primaryTeamId", t.name as "primaryTeamName",
  v.applied_on as "appliedOn", v.approved_on as "approvedOn", v.enrolled_on as "enrolledOn", v.withdrawn_on as "withdrawnOn", v.retired_on as "retiredOn", v.deceased_on as "deceasedOn", v.survivor_id as "survivorId", v.source, v.name, v.sex,
  v.birth_date as "birthDate", v.stated_age as "statedAge", v.stated_age_on as "statedAgeOn", v.ethnicity, v.education, v.work_unit as "workUnit",
  v.political_status as "politicalStatus", v.joined_party_on as "joinedPartyOn", v.skills, v.main_projects as "mainProjects",
  v.service_interests as "serviceInterests"`;

const keyed = (column: string, name: VolunteerSort): string =>
  `select v.volunteer_id as "volunteerId", ${column} as "${name}"`;
const keyColumns: Readonly<Record<VolunteerSort, string>> = {
  name: keyed('v.name', 'name'),
  volunteerNumber: keyed('v.volunteer_number', 'volunteerNumber'),
  appliedOn: keyed('v.applied_on', 'appliedOn'),
  approvedOn: keyed('v.approved_on', 'approvedOn'),
  enrolledOn: keyed('v.enrolled_on', 'enrolledOn'),
  organizationName: keyed('o.name', 'organizationName'),
};

/** The volunteers asked for, by volunteer number unless another order is asked; those without a value come last. */
export function volunteers(
  source: Reader,
  asked: VolunteersAsked & Paging & Sorting<VolunteerSort>,
): Promise<Page<VolunteerLine>> {
  const { from, values } = selection(asked);
  const sort = volunteerSorts.find((name) => name === asked.sort) ?? 'volunteerNumber';
  const direction = asked.descending === true ? 'desc' : 'asc';
  const keys = { name: 'volunteerId', text: `${keyColumns[sort]} ${from}` };
  const order = `"${sort}" ${direction} nulls last, "volunteerId"`;
  return pageOf(source, { text: `${line} ${from}`, keys, values }, order, asked);
}

/** Everybody asked for, in the usual order of the list. */
export async function volunteerIdsOf(source: Reader, asked: VolunteersAsked): Promise<readonly VolunteerId[]> {
  const { from, values } = selection(asked);
  const rows = await rowsOf<{ id: VolunteerId }>(source, {
    text: `select v.volunteer_id as id ${from} order by v.volunteer_number nulls last, v.volunteer_id`,
    values,
  });
  return rows.map(({ id }) => id);
}

export interface VolunteerCount {
  readonly status: VolunteerStatus;
  readonly participantKind: ParticipantKind;
  readonly volunteers: number;
}

/** How many volunteers there are of each status and kind. */
export function volunteerCounts(source: DataSource, asked: VolunteersAsked): Promise<readonly VolunteerCount[]> {
  const { from, values } = selection(asked);
  const text = `select now.status, now.participant_kind as "participantKind", count(*)::int as volunteers ${from} group by 1, 2 order by 1, 2`;
  return rowsOf(source, { text, values });
}

/** The volunteers who make up one of the `volunteerCounts`. */
export const entriesOfVolunteerCount = (
  source: DataSource,
  {
    status,
    participantKind,
    ...asked
  }: Omit<VolunteersAsked, 'statuses' | 'participantKinds'> &
    Paging &
    Pick<VolunteerCount, 'status' | 'participantKind'>,
): Promise<Page<VolunteerLine>> =>
  volunteers(source, { ...asked, statuses: [status], participantKinds: [participantKind] });

export type VolunteerRecord = VolunteerLine &
  Pick<VolunteerRegister, 'consents' | 'statuses' | 'kinds' | 'primaryTeams' | 'memberships' | 'ceasings'>;

/** One volunteer with the histories of their standing, oldest first; null where there is none in the scope. */
export async function volunteerRecord(
  source: DataSource,
  {
    volunteerId,
    on,
    scope,
  }: { readonly volunteerId: VolunteerId; readonly on?: LocalDate | undefined; readonly scope: Scope },
): Promise<VolunteerRecord | null> {
  const { from, values } = selection({ scope, on, volunteerIds: [volunteerId] });
  const [found] = await rowsOf<VolunteerRecord>(source, {
    text: `${line}, v.consents, v.statuses, v.kinds, v.primary_teams as "primaryTeams", v.memberships, v.ceasings ${from}`,
    values,
  });
  return found ?? null;
}

export interface SealedParticulars {
  readonly volunteerId: VolunteerId;
  /** Ciphertexts oldest first: each replaces the fields it holds. */
  readonly identity: readonly Sealed[];
  readonly contact: readonly Sealed[];
  readonly sensitive: readonly Sealed[];
  readonly photo: readonly Sealed[];
  readonly free: readonly Sealed[];
}

type SealedColumns = Pick<
  VolunteerRegister,
  'volunteerId' | 'sealedIdentity' | 'sealedContact' | 'sealedSensitive' | 'sealedPhoto' | 'sealedFree'
>;

const lastDay = '9999-12-31' as LocalDate;

/** What must be opened, and masked for those not entitled, to show ID number, contact, health or photo. For one page of ids. */
export async function sealedParticulars(
  source: DataSource,
  {
    volunteerIds,
    on = lastDay,
    scope,
  }: { readonly volunteerIds: readonly VolunteerId[]; readonly on?: LocalDate; readonly scope: Scope },
): Promise<readonly SealedParticulars[]> {
  const rows = await rowsOf<SealedColumns>(source, {
    text: `select volunteer_id as "volunteerId", sealed_identity as "sealedIdentity", sealed_contact as "sealedContact",
      sealed_sensitive as "sealedSensitive", sealed_photo as "sealedPhoto", sealed_free as "sealedFree"
      from read.volunteer_register where volunteer_id = any($1::uuid[]) and ${inScope('organization_id', '$2')} order by volunteer_id`,
    values: [volunteerIds, scope ?? null],
  });
  return rows.map((row) => ({
    volunteerId: row.volunteerId,
    identity: sealedOn(row.sealedIdentity, on),
    contact: sealedOn(row.sealedContact, on),
    sensitive: sealedOn(row.sealedSensitive, on),
    photo: sealedOn(row.sealedPhoto, on),
    free: sealedOn(row.sealedFree, on),
  }));
}
