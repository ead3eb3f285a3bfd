import { datedOn, withDated, type Dated } from '#libs/kernel/dated';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { isPartyMember } from '#libs/reference/ledger-codes';
import type { ParticipantKind } from './volunteer.events.js';

export type VolunteerStatus = 'APPLIED' | 'RETURNED' | 'DECLINED' | 'APPROVED' | 'ENROLLED' | 'WITHDRAWN';

export interface Membership {
  readonly teamId: TeamId;
  /** The organization that owns the team; not always the one the volunteer is enrolled with (H-25). */
  readonly organizationId: OrganizationId;
  readonly joinedOn: LocalDate;
  /** The first day without. */
  readonly leftOn: LocalDate | null;
}

/** What is known of one volunteer's standing, each fact from its day on. */
export interface Standing {
  readonly statuses: readonly Dated<{ readonly status: VolunteerStatus; readonly organizationId: OrganizationId }>[];
  readonly kinds: readonly Dated<{ readonly participantKind: ParticipantKind }>[];
  readonly primaryTeams: readonly Dated<{ readonly teamId: TeamId | null }>[];
  readonly memberships: readonly Membership[];
}

/** Days on which a volunteer is counted in roster, ratio and annexes: enrolled, and a full or probationary member. */
export interface CountedPeriod {
  readonly from: LocalDate;
  /** The first day after it; null while it lasts. */
  readonly until: LocalDate | null;
  readonly participantKind: ParticipantKind;
  /** Where the volunteer is enrolled. */
  readonly organizationId: OrganizationId;
  /** On whose roster the volunteer stands: that of the primary team's organization, else where enrolled. Exactly one, so that no sum counts a person twice. */
  readonly rosterOrganizationId: OrganizationId;
  /** The primary team, while the volunteer is a member of it. */
  readonly teamId: TeamId | null;
  readonly joinedTeamOn: LocalDate | null;
}

export const noStanding: Standing = { statuses: [], kinds: [], primaryTeams: [], memberships: [] };

type Entered = Pick<Standing['statuses'][number], 'on' | 'status' | 'organizationId'>;

export const withStatus = (standing: Standing, entry: Entered): Standing => ({
  ...standing,
  statuses: withDated(standing.statuses, entry),
});

export const withKind = (standing: Standing, on: LocalDate, participantKind: ParticipantKind | undefined): Standing =>
  participantKind === undefined ? standing : { ...standing, kinds: withDated(standing.kinds, { on, participantKind }) };

export const withPrimaryTeam = (standing: Standing, on: LocalDate, teamId: TeamId): Standing => ({
  ...standing,
  primaryTeams: withDated(standing.primaryTeams, { on, teamId }),
});

/** Says nothing when another team has become the primary one meanwhile. */
export function withoutPrimaryTeam(standing: Standing, on: LocalDate, teamId: TeamId): Standing {
  if (datedOn(standing.primaryTeams, on)?.teamId !== teamId) return standing;
  return { ...standing, primaryTeams: withDated(standing.primaryTeams, { on, teamId: null }) };
}

export const withMembership = (standing: Standing, joined: Omit<Membership, 'leftOn'>): Standing => {
  const { teamId, organizationId, joinedOn } = joined;
  return { ...standing, memberships: [...standing.memberships, { teamId, organizationId, joinedOn, leftOn: null }] };
};

export const withoutMembership = (
  standing: Standing,
  left: { readonly teamId: TeamId; readonly leftOn: LocalDate },
): Standing => ({
  ...standing,
  memberships: standing.memberships.map((one) =>
    one.teamId === left.teamId && one.leftOn === null ? { ...one, leftOn: left.leftOn } : one,
  ),
});

type Counted = Omit<CountedPeriod, 'from' | 'until'>;

const lasts = ({ joinedOn, leftOn }: Membership, day: LocalDate): boolean =>
  joinedOn <= day && (leftOn === null || leftOn > day);

function primaryMembershipOn({ primaryTeams, memberships }: Standing, day: LocalDate): Membership | undefined {
  const primary = datedOn(primaryTeams, day)?.teamId;
  return memberships.find((one) => one.teamId === primary && lasts(one, day));
}

function countedOn(standing: Standing, day: LocalDate): Counted | null {
  const status = datedOn(standing.statuses, day);
  const kind = datedOn(standing.kinds, day);
  if (status?.status !== 'ENROLLED' || !kind || !isPartyMember(kind.participantKind)) return null;
  const { organizationId } = status;
  const counted = { participantKind: kind.participantKind, organizationId };
  const team = primaryMembershipOn(standing, day);
  if (!team) return { ...counted, rosterOrganizationId: organizationId, teamId: null, joinedTeamOn: null };
  return { ...counted, rosterOrganizationId: team.organizationId, teamId: team.teamId, joinedTeamOn: team.joinedOn };
}

const sameStanding = (a: Counted, b: Counted): boolean =>
  a.participantKind === b.participantKind &&
  a.organizationId === b.organizationId &&
  a.rosterOrganizationId === b.rosterOrganizationId &&
  a.teamId === b.teamId &&
  a.joinedTeamOn === b.joinedTeamOn;

function daysOfChange({ statuses, kinds, primaryTeams, memberships }: Standing): LocalDate[] {
  const dated = [...statuses, ...kinds, ...primaryTeams].map(({ on }) => on);
  const joined = memberships.flatMap(({ joinedOn, leftOn }) => (leftOn === null ? [joinedOn] : [joinedOn, leftOn]));
  return [...new Set([...dated, ...joined])].sort();
}

/** The periods in which the volunteer is counted, oldest first, without overlap; neighbours differ. */
export function countedPeriods(standing: Standing): readonly CountedPeriod[] {
  const days = daysOfChange(standing);
  const periods: CountedPeriod[] = [];
  for (const [i, from] of days.entries()) {
    const counted = countedOn(standing, from);
    if (counted === null) continue;
    const until = days[i + 1] ?? null;
    const before = periods.at(-1);
    if (before?.until === from && sameStanding(before, counted)) periods.splice(-1, 1, { ...before, until });
    else periods.push({ ...counted, from, until });
  }
  return periods;
}
