import { describe, expect, it } from '@jest/globals';
import { readTeamRegisterSheet } from '#libs/intake/team-register-sheet';
import type { BatchId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { sample, teamsOptions } from '../../test/support/import-bench.js';
import type { KnownOrganization, KnownTeam, Place } from './lookups.js';
import { idOf, type Plan } from './plan.js';
import { planTeams, type TeamsOptions } from './teams.plan.js';

const batchId = 'e0000000-0000-4000-8000-000000000001' as BatchId;
const day = (text: string): LocalDate => text as LocalDate;
const organization = (n: number, name: string): KnownOrganization => ({
  organizationId: `a0000000-0000-4000-8000-00000000000${n}` as OrganizationId,
  name,
  unitName: '示例市示例中心',
});
const parent = organization(1, '示例市委组织部');
const registered: Place = { organization: organization(2, '示例市示例中心党总支'), obstacles: [] };
const unregistered: Place = { organization: undefined, parent, obstacles: [] };

const plan = async (
  place: Place,
  options: Partial<TeamsOptions> = {},
  teams: readonly KnownTeam[] = [],
): Promise<Plan> =>
  planTeams(
    await readTeamRegisterSheet(await sample('teams')),
    { place, unit: { teams, volunteers: [] } },
    { ...teamsOptions, ...options },
    batchId,
  );
const types = ({ stages }: Plan) =>
  stages.map((stage) => stage.map(({ steps }) => steps.map(({ command }) => command.type)));
const dataOf = (made: Plan, type: string): object[] =>
  made.stages
    .flat()
    .flatMap(({ steps }) => steps.flatMap(({ command }) => (command.type === type ? [command.data] : [])));
const team = (name: string, ordinal: number, teamId = 'c0000000-0000-4000-8000-000000000001' as TeamId): KnownTeam => ({
  teamId,
  name,
  ordinal,
  establishedOn: day('2025-01-01'),
  statedSize: null,
  statedLeader: null,
});

describe('a register of teams', () => {
  it('registers the unit below its parent first, then states its counts, then founds each team and states its size and leader', async () => {
    const made = await plan(unregistered);
    expect(types(made)[0]).toEqual([['RegisterPartyOrganization', 'StateStaffHeadcount', 'StatePartyMemberCount']]);
    expect(types(made)[1]).toEqual(Array.from({ length: 4 }, () => ['EstablishTeam', 'StateTeamRegister']));
    expect(dataOf(made, 'StateTeamRegister')).toMatchObject([
      { statedSize: 7, statedLeader: '朱言' },
      { statedSize: 7 },
      { statedSize: 8 },
      { statedSize: 4, statedLeader: '田衡青' },
    ]);
  });

  it('does not register a unit that is there, but its own again when the import goes on', async () => {
    expect(types(await plan(registered))[0]).toEqual([['StateStaffHeadcount', 'StatePartyMemberCount']]);
    const own = {
      ...organization(2, '示例市示例中心党总支'),
      organizationId: idOf<OrganizationId>(batchId, 'organization'),
    };
    expect(await plan({ organization: own, parent, obstacles: [] })).toEqual(await plan(unregistered));
  });

  it('dates the founding by the document unless told, and never before it (H-06)', async () => {
    expect(dataOf(await plan(registered), 'EstablishTeam')[0]).toMatchObject({
      establishedOn: '2025-12-01',
      documentDatedOn: '2025-12-01',
      ordinal: 1,
    });
    expect(dataOf(await plan(registered, { establishedOn: day('2025-12-02') }), 'EstablishTeam')[0]).toMatchObject({
      establishedOn: '2025-12-02',
    });
    expect((await plan(registered, { establishedOn: day('2025-11-30') })).obstacles).toEqual([
      '组建日期 2025-11-30 早于组建文件日期 2025-12-01，请核对 --established-on。',
    ]);
  });

  it('asks for the founding document, the day of the form and both member counts, all at once', async () => {
    const made = await plan(registered, {
      formationTitle: undefined,
      formationDatedOn: undefined,
      formDate: undefined,
      probationaryMembers: undefined,
    });
    expect(made.obstacles).toHaveLength(4);
    expect(made.stages).toEqual([]);
  });

  it('takes the day of the count for a form that gives the month only, if it lies in that month', async () => {
    const counted = (countedOn: string) => plan(registered, { formDate: undefined, countedOn: day(countedOn) });
    expect(dataOf(await counted('2026-07-09'), 'StateTeamRegister')[0]).toMatchObject({ statedOn: '2026-07-09' });
    expect((await counted('2026-06-30')).obstacles).toHaveLength(1);
  });

  it('keeps out a team whose name the unit has already, and numbers the others after those it has', async () => {
    const made = await plan(registered, {}, [team('示例中心党员志愿服务队1队（检验队）', 3)]);
    expect(made.faults.map(({ row, code }) => [row, code])).toEqual([[4, 'team_exists_already']]);
    expect(dataOf(made, 'EstablishTeam').map((data) => (data as { ordinal: number }).ordinal)).toEqual([5, 6, 7]);
  });

  it('does not count the teams that it founded itself', async () => {
    const own = team('示例中心党员志愿服务队1队（检验队）', 1, idOf<TeamId>(batchId, 'team/4'));
    expect(await plan(registered, {}, [own])).toEqual(await plan(registered));
  });

  it('tells of another organization or unit than the one it is brought to', async () => {
    const made = await plan({
      organization: { ...organization(2, '另一党支部'), unitName: '另一单位' },
      obstacles: [],
    });
    expect(made.remarks.slice(0, 2)).toEqual([
      '表上的党组织是“示例市示例中心党总支”，将导入“另一党支部”名下，请核对。',
      '表上的单位是“示例市示例中心”，台账登记的是“另一单位”，请核对。',
    ]);
  });
});
