import { describe, it, expect } from '@jest/globals';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  countedPeriods,
  noStanding,
  withKind,
  withMembership,
  withoutMembership,
  withoutPrimaryTeam,
  withPrimaryTeam,
  withStatus,
} from './standing.js';

const day = (text: string): LocalDate => text as LocalDate;
const [unit, neighbour] = ['unit', 'neighbour'] as unknown as [OrganizationId, OrganizationId];
const [first, second] = ['first', 'second'] as unknown as [TeamId, TeamId];

const applied = withKind(
  withStatus(noStanding, { on: day('2026-01-01'), status: 'APPLIED', organizationId: unit }),
  day('2026-01-01'),
  'PROBATIONARY_MEMBER',
);
const enrolled = withStatus(applied, { on: day('2026-02-01'), status: 'ENROLLED', organizationId: unit });
const member = withMembership(enrolled, { teamId: first, organizationId: unit, joinedOn: day('2026-03-01') });
const primary = withPrimaryTeam(member, day('2026-03-01'), first);

describe('the periods in which a volunteer is counted', () => {
  it('begin with enrolment, not with the application', () => {
    expect(countedPeriods(applied)).toEqual([]);
    expect(countedPeriods(enrolled)).toEqual([
      {
        from: '2026-02-01',
        until: null,
        participantKind: 'PROBATIONARY_MEMBER',
        organizationId: unit,
        rosterOrganizationId: unit,
        teamId: null,
        joinedTeamOn: null,
      },
    ]);
  });

  it('end on the day of withdrawal', () => {
    const gone = withStatus(enrolled, { on: day('2026-05-01'), status: 'WITHDRAWN', organizationId: unit });
    expect(countedPeriods(gone).map(({ from, until }) => [from, until])).toEqual([['2026-02-01', '2026-05-01']]);
  });

  it('leave out an activist who is no Party member, and begin when they become one', () => {
    const activist = withKind(enrolled, day('2026-01-01'), 'APPLICANT_ACTIVIST');
    expect(countedPeriods(activist)).toEqual([]);
    const admitted = withKind(activist, day('2026-07-01'), 'PROBATIONARY_MEMBER');
    expect(countedPeriods(admitted).map(({ from }) => from)).toEqual(['2026-07-01']);
  });

  it('turn with the day a probationary member becomes a full one', () => {
    const full = withKind(enrolled, day('2026-04-01'), 'FULL_MEMBER');
    expect(countedPeriods(full).map(({ from, until, participantKind }) => [from, until, participantKind])).toEqual([
      ['2026-02-01', '2026-04-01', 'PROBATIONARY_MEMBER'],
      ['2026-04-01', null, 'FULL_MEMBER'],
    ]);
  });

  it('name the primary team while the volunteer is a member of it', () => {
    const left = withoutMembership(primary, { teamId: first, leftOn: day('2026-06-01') });
    expect(countedPeriods(left).map(({ from, until, teamId }) => [from, until, teamId])).toEqual([
      ['2026-02-01', '2026-03-01', null],
      ['2026-03-01', '2026-06-01', first],
      ['2026-06-01', null, null],
    ]);
  });

  it('stand on the roster of the organization that owns the primary team', () => {
    const away = withMembership(primary, { teamId: second, organizationId: neighbour, joinedOn: day('2026-04-01') });
    const chosen = withPrimaryTeam(away, day('2026-04-01'), second);
    expect(countedPeriods(chosen).at(-1)).toMatchObject({
      organizationId: unit,
      rosterOrganizationId: neighbour,
      joinedTeamOn: '2026-04-01',
    });
  });

  it('stay one period when a second team is joined that is not the primary one', () => {
    const both = withMembership(primary, { teamId: second, organizationId: unit, joinedOn: day('2026-04-01') });
    expect(countedPeriods(both)).toEqual(countedPeriods(primary));
  });

  it('keep the team chosen last when an older choice is cleared afterwards', () => {
    const away = withMembership(primary, { teamId: second, organizationId: unit, joinedOn: day('2026-04-01') });
    const chosen = withPrimaryTeam(away, day('2026-04-01'), second);
    expect(withoutPrimaryTeam(chosen, day('2026-04-01'), first)).toBe(chosen);
    expect(countedPeriods(withoutPrimaryTeam(chosen, day('2026-05-01'), second)).at(-1)?.teamId).toBeNull();
  });

  it('do not change when a change names no kind', () => {
    expect(withKind(enrolled, day('2026-05-01'), undefined)).toBe(enrolled);
  });
});
