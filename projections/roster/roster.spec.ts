import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { open } from '#libs/privacy/envelope';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  established,
  joined,
  left,
  numbers,
  organizationId,
  primary,
  registered,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { roster } from './roster.projection.js';
import { entriesOfRosterSum, rosterEntries, rosterHead } from './roster.query.js';

const scope = undefined;
const formDate = day('2026-07-01');
const stream = (n: number): string => volunteerStream(volunteerId(n));
const unitStream = (n: number): string => organizationStream(organizationId(n));

describe('roster', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(roster);
  });
  afterAll(() => bench.close());

  const of = (unit: number, on = '2026-07-01') => ({ organizationId: organizationId(unit), on: day(on), scope });
  const numbersOn = async (unit: number, on?: string) =>
    (await rosterEntries(bench.source, of(unit, on))).items.map((one) => Number(one.volunteerNumber) - 2_026_000_000);
  const unit = async (n: number, ...teams: number[]) => {
    await bench.given(unitStream(n), registered(n));
    for (const team of teams)
      await bench.given(teamStream(teamId(team)), established(team, { organizationId: organizationId(n) }));
  };
  const person = (n: number, unitNumber: number, given: Parameters<typeof applied>[1] = {}): GivenEvent[] => [
    applied(n, { organizationId: organizationId(unitNumber), ...given }),
    enrolled(n, { organizationId: organizationId(unitNumber) }),
  ];
  const inTeam = async (n: number, unitNumber: number, team: number, joinedOn = '2026-02-10') => {
    await bench.given(stream(n), primary(n, team, joinedOn));
    await bench.given(
      teamStream(teamId(team)),
      joined(n, team, { organizationId: organizationId(unitNumber), joinedOn: day(joinedOn) }),
    );
  };

  it('prints the codes, ages and projects as they were given, and the contact only as ciphertext', async () => {
    await unit(1, 1);
    await bench.given(
      stream(1),
      ...person(1, 1, {
        birthDate: '1980-02',
        statedAge: '46',
        statedAgeOn: '2026-03-01',
        education: '20',
        ethnicity: '01',
        joinedPartyOn: '2002-02',
        mainProjects: '义诊、献血',
        mobiles: ['13000000000'],
        officePhones: ['0000-0000000'],
        idNumber: '340199198002010016',
      }),
    );
    await inTeam(1, 1, 1);
    const [entry] = (await rosterEntries(bench.source, of(1))).items;
    const { sealedContact, ...shown } = entry!;
    expect(shown).toEqual({
      volunteerId: volunteerId(1),
      volunteerNumber: '2026000001',
      participantKind: 'FULL_MEMBER',
      teamId: teamId(1),
      teamOrdinal: 1,
      teamName: '示例党员志愿服务队1队',
      joinedTeamOn: '2026-02-10',
      name: '示例员1',
      sex: '1',
      birthDate: '1980-02',
      statedAge: '46',
      statedAgeOn: '2026-03-01',
      education: '20',
      ethnicity: '01',
      joinedPartyOn: '2002-02',
      mainProjects: '义诊、献血',
    });
    const key = (await bench.keys.forReading([sealedContact[0]!.part.kid])).get(sealedContact[0]!.part.kid);
    expect(key === undefined || key === 'shredded' ? null : JSON.parse(open(sealedContact[0]!, key.dek))).toEqual({
      mobiles: ['13000000000'],
      officePhones: ['0000-0000000'],
    });
    expect(JSON.stringify(await bench.source.query('select * from read.roster_volunteer'))).not.toMatch(
      /13000000000|0000-0000000|340199/,
    );
  });

  it('shows what was known on the day of the form, not what changed afterwards', async () => {
    await bench.given(
      stream(1),
      changed(1, { changedOn: day('2026-07-02'), name: '示例改名', education: '10', mobiles: ['13000000001'] }),
    );
    const [before] = (await rosterEntries(bench.source, of(1, '2026-07-01'))).items;
    expect(before).toMatchObject({ name: '示例员1', education: '20' });
    expect(before?.sealedContact).toHaveLength(1);
    const [after] = (await rosterEntries(bench.source, of(1, '2026-07-02'))).items;
    expect(after).toMatchObject({ name: '示例改名', education: '10', ethnicity: '01' });
    expect(after?.sealedContact).toHaveLength(2);
  });

  it('follows the order of the teams, then of joining, and puts those without a team last', async () => {
    await unit(2);
    await bench.given(teamStream(teamId(22)), established(22, { organizationId: organizationId(2), ordinal: 1 }));
    await bench.given(teamStream(teamId(21)), established(21, { organizationId: organizationId(2), ordinal: 2 }));
    for (const n of numbers(21, 25)) await bench.given(stream(n), ...person(n, 2));
    await inTeam(21, 2, 21);
    await inTeam(22, 2, 22, '2026-03-02');
    await inTeam(24, 2, 22, '2026-03-01');
    await inTeam(25, 2, 22, '2026-03-02');
    expect(await numbersOn(2)).toEqual([24, 22, 25, 21, 23]);
  });

  it('holds those enrolled on the day: from enrolment until the day before withdrawal', async () => {
    await unit(3);
    await bench.given(stream(31), ...person(31, 3), withdrew(31, '2026-07-01'));
    await bench.given(stream(32), applied(32, { organizationId: organizationId(3) }));
    expect(
      await Promise.all(['2026-01-31', '2026-02-01', '2026-06-30', '2026-07-01'].map((on) => numbersOn(3, on))),
    ).toEqual([[], [31], [31], []]);
  });

  it('holds full and probationary members and nobody else', async () => {
    await unit(4);
    await bench.given(stream(41), ...person(41, 4, { participantKind: 'PROBATIONARY_MEMBER' }));
    await bench.given(stream(42), ...person(42, 4, { participantKind: 'APPLICANT_ACTIVIST' }));
    await bench.given(stream(43), ...person(43, 4, { participantKind: 'OTHER_VOLUNTEER' }));
    await bench.given(
      stream(42),
      changed(42, { changedOn: day('2026-07-01'), participantKind: 'PROBATIONARY_MEMBER' }),
    );
    expect(await numbersOn(4, '2026-06-30')).toEqual([41]);
    expect(await numbersOn(4, '2026-07-01')).toEqual([41, 42]);
  });

  it('names a person on one roster only: that of the primary team, though enrolled elsewhere', async () => {
    await unit(5, 51);
    await unit(6, 61);
    await bench.given(stream(51), ...person(51, 5));
    await inTeam(51, 6, 61);
    expect([await numbersOn(5), await numbersOn(6)]).toEqual([[], [51]]);
    await bench.given(stream(51), unprimary(51, 61, '2026-06-01'));
    expect([await numbersOn(5), await numbersOn(6)]).toEqual([[51], []]);
    expect(await numbersOn(6, '2026-05-31')).toEqual([51]);
  });

  it('puts a member who left the team among those without one', async () => {
    await unit(7, 71);
    await bench.given(stream(71), ...person(71, 7));
    await inTeam(71, 7, 71);
    await bench.given(teamStream(teamId(71)), left(71, 71, '2026-06-01'));
    const teamOn = async (on: string) => (await rosterEntries(bench.source, of(7, on))).items[0]?.teamId;
    expect([await teamOn('2026-05-31'), await teamOn('2026-06-01')]).toEqual([teamId(71), null]);
  });

  it('sums as many as it lists, over more pages than one, under the unit name of the day', async () => {
    await unit(8, 81);
    await bench.given(unitStream(8), {
      type: 'PartyOrganizationRenamed',
      data: {
        organizationId: organizationId(8),
        renamedOn: day('2026-08-01'),
        name: '示例新党支部',
        unitName: '示例新单位',
      },
    });
    await bench.givenAll(numbers(801, 807).map((n) => [stream(n), ...person(n, 8)] as const));
    for (const n of numbers(801, 804)) await inTeam(n, 8, 81);
    const head = await rosterHead(bench.source, of(8));
    expect(head).toEqual({ name: '示例第8党支部', unitName: '示例第8单位', volunteers: 7, volunteersWithoutTeam: 3 });
    expect((await rosterHead(bench.source, of(8, '2026-08-01')))?.unitName).toBe('示例新单位');
    for (const sum of ['volunteers', 'volunteersWithoutTeam'] as const) {
      const pages = await Promise.all(
        numbers(1, 4).map((page) => entriesOfRosterSum(bench.source, { ...of(8), sum, page, pageSize: 2 })),
      );
      expect(pages[0]?.total).toBe(head?.[sum]);
      expect(new Set(pages.flatMap(({ items }) => items.map((one) => one.volunteerId))).size).toBe(head?.[sum]);
    }
    expect((await rosterEntries(bench.source, { ...of(8), teamId: teamId(81) })).total).toBe(4);
  });

  it('shows nothing of a unit outside the scope', async () => {
    const asked = { ...of(8), scope: [organizationId(1)] };
    expect(await rosterHead(bench.source, asked)).toBeNull();
    expect((await rosterEntries(bench.source, asked)).total).toBe(0);
    expect((await rosterEntries(bench.source, { ...asked, scope: [organizationId(8)], on: formDate })).total).toBe(7);
  });
});
