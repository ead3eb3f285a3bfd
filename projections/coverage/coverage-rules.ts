import type { OrganizationId } from '#libs/kernel/ids';
import type { OrganizationKind } from '#libs/organization/organization.events';
import { findPolicyPack } from '#libs/policy/packs';
import type { PolicyRules, Rule } from '#libs/policy/policy-pack';
import { ratioMet, volunteersNeeded } from '#libs/policy/ratio';
import { teamCountAdvice, type TeamCountAdvice } from '#libs/policy/team-bands';
import type { MemberCountFrom, PackFrom } from './coverage.entity.js';

/** What is known of one organization on the day, before any rule is held against it. */
export interface CoverageFacts {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId: OrganizationId | null;
  readonly parentKind: OrganizationKind | null;
  readonly memberCount: MemberCountFrom | null;
  /** Its own pack or the nearest one above it. */
  readonly pack: PackFrom | null;
  /** Enrolled here, full and probationary members. */
  readonly volunteers: number;
  /** Of these the full members: the strict figure. */
  readonly fullMemberVolunteers: number;
  readonly teams: number;
}

/** Where a figure's rule comes from. */
export type Clause = Pick<Rule<unknown>, 'clause' | 'quote' | 'origin'>;

export interface RatioStanding extends Clause {
  readonly percentMin: number;
  /** Null without full members: then nothing is asked. */
  readonly needed: number | null;
  readonly met: boolean | null;
  /** As `met`, counting full members alone among the volunteers. */
  readonly metByFullMembersAlone: boolean | null;
  /** Hundredths of a percent, cut off, so that nothing below the line is shown as on it. */
  readonly basisPoints: number | null;
  readonly basisPointsByFullMembersAlone: number | null;
  /** The volunteers over all members, full and probationary. */
  readonly basisPointsOfAllMembers: number | null;
}

/** Advice, never a reason to refuse. */
export type TeamCountStanding = TeamCountAdvice & Clause & { readonly advisoryOnly: true };

export interface TeamDuty extends Clause {
  readonly mustHaveTeam: boolean;
  readonly hasTeam: boolean;
}

export interface CoverageLine extends CoverageFacts {
  /** Null where the pack sets no ratio, or nobody stated the members. */
  readonly ratio: RatioStanding | null;
  readonly teamCount: TeamCountStanding | null;
  readonly teamDuty: TeamDuty | null;
}

const clauseOf = ({ clause, quote, origin }: Rule<unknown>): Clause => ({ clause, quote, origin });

const basisPoints = (part: number, whole: number): number | null =>
  whole === 0 ? null : (part * 10_000 - ((part * 10_000) % whole)) / whole;

function ratioOf(
  { memberCount, volunteers, fullMemberVolunteers }: CoverageFacts,
  rule: PolicyRules['volunteerRatioPercentMin'],
): RatioStanding | null {
  if (rule === null || memberCount === null) return null;
  const { fullMembers, probationaryMembers } = memberCount;
  return {
    ...clauseOf(rule),
    percentMin: rule.value,
    needed: volunteersNeeded(fullMembers, rule.value),
    met: ratioMet(volunteers, fullMembers, rule.value),
    metByFullMembersAlone: ratioMet(fullMemberVolunteers, fullMembers, rule.value),
    basisPoints: basisPoints(volunteers, fullMembers),
    basisPointsByFullMembersAlone: basisPoints(fullMemberVolunteers, fullMembers),
    basisPointsOfAllMembers: basisPoints(volunteers, fullMembers + probationaryMembers),
  };
}

function teamCountOf(
  { memberCount, teams }: CoverageFacts,
  rule: PolicyRules['teamCountBands'],
): TeamCountStanding | null {
  if (rule === null || memberCount === null) return null;
  const { fullMembers, probationaryMembers } = memberCount;
  return {
    ...teamCountAdvice(fullMembers + probationaryMembers, teams, rule.value),
    ...clauseOf(rule),
    advisoryOnly: true,
  };
}

/** A branch below a general branch is not an independent one; a joint branch always counts. */
const isIndependent = ({ kind, parentKind }: CoverageFacts): boolean =>
  kind !== 'PARTY_BRANCH' || parentKind !== 'GENERAL_BRANCH';

function teamDutyOf(facts: CoverageFacts, rule: PolicyRules['teamFormingOrganizationKinds']): TeamDuty | null {
  if (rule === null) return null;
  const mustHaveTeam = rule.value.includes(facts.kind) && isIndependent(facts);
  return { ...clauseOf(rule), mustHaveTeam, hasTeam: facts.teams > 0 };
}

/** The facts with the rules of the pack in force held against them; a pack this version does not know says nothing. */
export function coverageOf(facts: CoverageFacts): CoverageLine {
  const rules = facts.pack === null ? undefined : findPolicyPack(facts.pack.pack, facts.pack.packVersion)?.rules;
  return {
    ...facts,
    ratio: ratioOf(facts, rules?.volunteerRatioPercentMin ?? null),
    teamCount: teamCountOf(facts, rules?.teamCountBands ?? null),
    teamDuty: teamDutyOf(facts, rules?.teamFormingOrganizationKinds ?? null),
  };
}

/** Organizations against their ratio of volunteers, counted. */
export interface RatioSummary {
  readonly organizations: number;
  /** Those whose ratio can be told: a rule asks for one, and there are full members. */
  readonly measured: number;
  /** Of these, those at the percentage or over. */
  readonly met: number;
  /** What is asked of all that are measured; null where they are not asked for the same. */
  readonly percentMin: number | null;
}

export function ratioSummaryOf(lines: readonly Pick<CoverageLine, 'ratio'>[]): RatioSummary {
  const measured = lines.flatMap(({ ratio }) => (ratio === null || ratio.basisPoints === null ? [] : [ratio]));
  const asked = new Set(measured.map(({ percentMin }) => percentMin));
  return {
    organizations: lines.length,
    measured: measured.length,
    met: measured.filter(({ met }) => met === true).length,
    percentMin: asked.size === 1 ? [...asked][0]! : null,
  };
}
