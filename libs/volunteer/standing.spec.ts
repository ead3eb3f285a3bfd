import { describe, it, expect } from '@jest/globals';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  countedPeriods,
  noStanding,
  withCeasing,
  withHome,
  withKind,
  withMembership,
  withoutMembership,
  withoutPrimaryTeam,
  withoutStatus,
  withPrimaryTeam,
  withStatus,
  withTeamMoved,
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

  it('go on with the new home from the day of receiving: one home at any instant (F-14)', () => {
    const moved = withHome(enrolled, day('2026-06-01'), neighbour);
    expect(
      countedPeriods(moved).map(({ from, until, rosterOrganizationId }) => [from, until, rosterOrganizationId]),
    ).toEqual([
      ['2026-02-01', '2026-06-01', unit],
      ['2026-06-01', null, neighbour],
    ]);
    expect(withHome(noStanding, day('2026-06-01'), neighbour)).toBe(noStanding);
    expect(countedPeriods(withHome(applied, day('2026-06-01'), neighbour))).toEqual([]);
  });

  it('pause while the membership has ceased, and end with a death or a merge unless these were wrong', () => {
    const paused = withCeasing(withCeasing(enrolled, day('2026-04-01'), true), day('2026-05-01'), false);
    expect(countedPeriods(paused).map(({ from, until }) => [from, until])).toEqual([
      ['2026-02-01', '2026-04-01'],
      ['2026-05-01', null],
    ]);
    for (const status of ['DECEASED', 'MERGED'] as const) {
      const ended = withStatus(enrolled, { on: day('2026-06-01'), status, organizationId: unit });
      expect(countedPeriods(ended).map(({ from, until }) => [from, until])).toEqual([['2026-02-01', '2026-06-01']]);
      expect(countedPeriods(withoutStatus(ended, status))).toEqual(countedPeriods(enrolled));
    }
  });

  it('follow a team that moves to another organization, a member since the day of joining', () => {
    const moved = withTeamMoved(primary, { teamId: first, organizationId: neighbour, movedOn: day('2026-06-01') });
    expect(
      countedPeriods(moved)
        .slice(1)
        .map(({ from, rosterOrganizationId, joinedTeamOn }) => [from, rosterOrganizationId, joinedTeamOn]),
    ).toEqual([
      ['2026-03-01', unit, '2026-03-01'],
      ['2026-06-01', neighbour, '2026-03-01'],
    ]);
    expect(withTeamMoved(primary, { teamId: second, organizationId: neighbour, movedOn: day('2026-06-01') })).toEqual(
      primary,
    );
  });
});
