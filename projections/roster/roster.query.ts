import type { DataSource } from 'typeorm';
import { datedUntil } from '#libs/kernel/dated';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Sealed } from '#libs/privacy/envelope';
import { entryOn, inScope, sealedOn } from '#libs/projection-engine/as-of';
import { countedOnDay, countedWith } from '#libs/projection-engine/counted-volunteer';
import { teamNameOnDay } from '#libs/projection-engine/owned-team';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import type { RosterParticulars, RosterVolunteer } from './roster.entity.js';

export interface RosterAsked {
  readonly organizationId: OrganizationId;
  /** 填表日期. */
  readonly on: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface RosterEntry extends RosterParticulars {
  readonly volunteerId: VolunteerId;
  readonly volunteerNumber: string;
  readonly participantKind: ParticipantKind;
  readonly teamId: TeamId | null;
  readonly teamOrdinal: number | null;
  readonly teamName: string | null;
  readonly joinedTeamOn: LocalDate | null;
  /** Telephone numbers and e-mail, to be opened oldest first: a later one's fields replace those of an earlier one. */
  readonly sealedContact: readonly Sealed[];
}

type FoundEntry = Omit<RosterEntry, keyof RosterParticulars | 'sealedContact'> &
  Pick<RosterVolunteer, 'particulars' | 'sealedContact'>;

const onRoster = `from ${countedOnDay('roster_volunteer', '$1')} left join read.roster_team t on t.team_id = (c.p->>'teamId')::uuid
  where ${countedWith('rosterOrganizationId', '$2')} and ${inScope('$2::uuid', '$3')}`;

const valuesOf = ({ on, organizationId, scope }: RosterAsked): unknown[] => [on, organizationId, scope ?? null];

const entryOf = ({ particulars, sealedContact, ...entry }: FoundEntry, on: LocalDate): RosterEntry => {
  const { on: _on, ...said } = Object.assign({}, ...datedUntil(particulars, on)) as RosterParticulars & {
    on: LocalDate;
  };
  return { ...entry, ...said, sealedContact: sealedOn(sealedContact, on) };
};

/**
 * The roster as of the day, by team and then by the order of joining; those without a team come last. `teamId` limits
 * it to one team, `NONE` to those without.
 */
export async function rosterEntries(
  source: DataSource,
  asked: RosterAsked & Paging & { readonly teamId?: TeamId | 'NONE' | undefined },
): Promise<Page<RosterEntry>> {
  const { teamId, on } = asked;
  const text = `select v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", c.p->>'participantKind' as "participantKind",
    (c.p->>'teamId')::uuid as "teamId", t.ordinal as "teamOrdinal", ${teamNameOnDay('$1')} as "teamName", c.p->>'joinedTeamOn' as "joinedTeamOn",
    v.particulars, v.sealed_contact as "sealedContact" ${onRoster} and ($4::text is null or c.p->>'teamId' = $4) and (not $5 or c.p->>'teamId' is null)`;
  const values = [...valuesOf(asked), teamId === 'NONE' ? null : (teamId ?? null), teamId === 'NONE'];
  const order = `"teamOrdinal" nulls last, "teamId", "joinedTeamOn", "volunteerNumber", "volunteerId"`;
  const page = await pageOf<FoundEntry>(source, { text, values }, order, asked);
  return { ...page, items: page.items.map((entry) => entryOf(entry, on)) };
}

export interface RosterHead {
  readonly name: string;
  /** 单位名称 on the day. */
  readonly unitName: string;
  readonly volunteers: number;
  /** On the roster, but in no team: they make the roster longer than Annex 3 says (Z-39). */
  readonly volunteersWithoutTeam: number;
}

/** The line above the table and its sums; null where there is no such organization in the scope on that day. */
export async function rosterHead(source: DataSource, asked: RosterAsked): Promise<RosterHead | null> {
  const values = valuesOf(asked);
  const [head] = await rowsOf<RosterHead>(source, {
    text: `select n.e->>'name' as name, n.e->>'unitName' as "unitName", s.volunteers, s.without as "volunteersWithoutTeam"
      from read.roster_organization o cross join lateral (select ${entryOn('o.names', '$1')} as e) n
      cross join (select count(*)::int as volunteers, (count(*) filter (where c.p->>'teamId' is null))::int as without ${onRoster}) s
      where o.organization_id = $2::uuid and ${inScope('o.organization_id', '$3')} and n.e is not null`,
    values,
  });
  return head ?? null;
}

/** The people who make up one of the sums of a `rosterHead`. */
export const entriesOfRosterSum = (
  source: DataSource,
  { sum, ...asked }: RosterAsked & Paging & { readonly sum: 'volunteers' | 'volunteersWithoutTeam' },
): Promise<Page<RosterEntry>> => rosterEntries(source, { ...asked, teamId: sum === 'volunteers' ? undefined : 'NONE' });
