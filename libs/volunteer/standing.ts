import { datedOn, withDated, type Dated } from '#libs/kernel/dated';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { isPartyMember } from '#libs/reference/ledger-codes';
import type { ParticipantKind } from './volunteer.events.js';

export const volunteerStatuses = [
  'APPLIED',
  'RETURNED',
  'DECLINED',
  'APPROVED',
  'ENROLLED',
  'WITHDRAWN',
  'DECEASED',
  'MERGED',
] as const;
export type VolunteerStatus = (typeof volunteerStatuses)[number];

export interface Membership {
  readonly teamId: TeamId;
  /** The organization that owns the team; not always the one the volunteer is enrolled with (H-25). */
  readonly organizationId: OrganizationId;
  readonly joinedOn: LocalDate;
  /** The first day under this organization: that of joining, until the team moves to another. */
  readonly from: LocalDate;
  /** The first day without. */
  readonly leftOn: LocalDate | null;
}

/** What is known of one volunteer's standing, each fact from its day on. */
export interface Standing {
  readonly statuses: readonly Dated<{ readonly status: VolunteerStatus; readonly organizationId: OrganizationId }>[];
  readonly kinds: readonly Dated<{ readonly participantKind: ParticipantKind }>[];
  readonly primaryTeams: readonly Dated<{ readonly teamId: TeamId | null }>[];
  readonly memberships: readonly Membership[];
  /** F-19: from when on the membership had ceased, and from when on it was restored. */
  readonly ceasings: readonly Dated<{ readonly ceased: boolean }>[];
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

export const noStanding: Standing = { statuses: [], kinds: [], primaryTeams: [], memberships: [], ceasings: [] };

type Entered = Pick<Standing['statuses'][number], 'on' | 'status' | 'organizationId'>;

export const withStatus = (standing: Standing, entry: Entered): Standing => ({
  ...standing,
  statuses: withDated(standing.statuses, entry),
});

/** A word that turned out to be wrong: the person was never dead, nor one with another. */
export const withoutStatus = (standing: Standing, wrong: 'DECEASED' | 'MERGED'): Standing => ({
  ...standing,
  statuses: standing.statuses.filter(({ status }) => status !== wrong),
});

/** The home moves and nothing else: an applicant stays an applicant. Says nothing of whom no home is known. */
export function withHome(standing: Standing, on: LocalDate, organizationId: OrganizationId): Standing {
  const status = (datedOn(standing.statuses, on) ?? standing.statuses.at(-1))?.status;
  return status === undefined ? standing : withStatus(standing, { on, status, organizationId });
}

export const withCeasing = (standing: Standing, on: LocalDate, ceased: boolean): Standing => ({
  ...standing,
  ceasings: withDated(standing.ceasings, { on, ceased }),
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

export const withMembership = (
  standing: Standing,
  joined: Pick<Membership, 'teamId' | 'organizationId' | 'joinedOn'>,
): Standing => {
  const { teamId, organizationId, joinedOn } = joined;
  const membership = { teamId, organizationId, joinedOn, from: joinedOn, leftOn: null };
  return { ...standing, memberships: [...standing.memberships, membership] };
};

/** The team moves to another organization, and the person with it, a member since the day of joining. */
export const withTeamMoved = (
  standing: Standing,
  {
    teamId,
    organizationId,
    movedOn,
  }: { readonly teamId: TeamId; readonly organizationId: OrganizationId; readonly movedOn: LocalDate },
): Standing => ({
  ...standing,
  memberships: standing.memberships.flatMap((one) =>
    one.teamId === teamId && one.leftOn === null
      ? [
          { ...one, leftOn: movedOn },
          { ...one, organizationId, from: movedOn },
        ]
      : [one],
  ),
});

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

const lasts = ({ from, leftOn }: Membership, day: LocalDate): boolean =>
  from <= day && (leftOn === null || leftOn > day);

function primaryMembershipOn({ primaryTeams, memberships }: Standing, day: LocalDate): Membership | undefined {
  const primary = datedOn(primaryTeams, day)?.teamId;
  return memberships.find((one) => one.teamId === primary && lasts(one, day));
}

function countedOn(standing: Standing, day: LocalDate): Counted | null {
  const status = datedOn(standing.statuses, day);
  const kind = datedOn(standing.kinds, day);
  if (status?.status !== 'ENROLLED' || !kind || !isPartyMember(kind.participantKind)) return null;
  if (datedOn(standing.ceasings, day)?.ceased) return null;
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

function daysOfChange({ statuses, kinds, primaryTeams, memberships, ceasings }: Standing): LocalDate[] {
  const dated = [...statuses, ...kinds, ...primaryTeams, ...ceasings].map(({ on }) => on);
  const joined = memberships.flatMap(({ from, leftOn }) => (leftOn === null ? [from] : [from, leftOn]));
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
