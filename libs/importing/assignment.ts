import type { RowFault } from '#libs/intake/fault';
import { proposeAssignment } from '#libs/intake/team-assignment';
import type { KnownTeam } from './lookups.js';
import { faultAt } from './plan.js';

interface Listed {
  readonly row: number;
  readonly name: string;
}

/** Which team each row joins, and how that was found. Rows without a team are enrolled without one. */
export interface Assignment {
  readonly teamOf: ReadonlyMap<number, KnownTeam>;
  readonly faults: readonly RowFault[];
  readonly obstacles: readonly string[];
  readonly remarks: readonly string[];
}

const none: Assignment = { teamOf: new Map(), faults: [], obstacles: [], remarks: [] };

/** As told row by row, else by the sizes and leaders that the teams' register states; nobody is put anywhere by guess. */
export function assignTeams(
  sheet: { readonly rows: readonly Listed[]; readonly rowsRead: number },
  teams: readonly KnownTeam[],
  told: ReadonlyMap<number, string> | undefined,
): Assignment {
  return told ? asTold(sheet.rows, teams, told) : asProposed(sheet, teams);
}

function asTold(rows: readonly Listed[], teams: readonly KnownTeam[], told: ReadonlyMap<number, string>): Assignment {
  const teamOf = new Map<number, KnownTeam>();
  const faults: RowFault[] = [];
  for (const { row } of rows) {
    const name = told.get(row);
    const team = teams.find((one) => one.name === name);
    if (team) teamOf.set(row, team);
    else if (name !== undefined)
      faults.push(faultAt(row, '队伍', 'team_unknown', `分队文件中的“${name}”不是该党组织的服务队，请核对队伍名称。`));
  }
  const without = rows.length - teamOf.size - faults.length;
  const remarks = [
    `按分队文件分队：${sizes(teams, teamOf)}${without > 0 ? `；另有 ${without} 人没有写队伍，只登记、不入队` : ''}。`,
  ];
  return { teamOf, faults, obstacles: [], remarks };
}

const sizes = (teams: readonly KnownTeam[], teamOf: ReadonlyMap<number, KnownTeam>): string =>
  teams
    .map(({ teamId, name }) => `${name} ${[...teamOf.values()].filter((team) => team.teamId === teamId).length} 人`)
    .join('、');

function asProposed(
  { rows, rowsRead }: { readonly rows: readonly Listed[]; readonly rowsRead: number },
  teams: readonly KnownTeam[],
): Assignment {
  const inOrder = teams.toSorted((a, b) => a.ordinal - b.ordinal);
  const stated = inOrder.flatMap(({ name, statedSize, statedLeader }) =>
    statedSize === null ? [] : [{ name, statedSize, statedLeader: statedLeader ?? '' }],
  );
  if (rows.length < rowsRead)
    return {
      ...none,
      remarks: ['表中有错误行，无法按顺序分队，这次只登记、不入队；建议先改正错误行，或用 --teams 分队文件逐人指定。'],
    };
  const proposal = proposeAssignment(
    stated,
    rows.map(({ name }) => name),
  );
  if (!proposal.certain)
    return {
      ...none,
      remarks: [`不能确定分队，这次只登记、不入队：${proposal.reason}可用 --teams 分队文件（每行“行号,队伍名称”）。`],
    };
  const teamOf = new Map<number, KnownTeam>();
  const remarks = proposal.teams.map(({ name, from, to, volunteerNames }) => {
    const team = inOrder.find((one) => one.name === name);
    for (const { row } of rows.slice(from, to)) if (team) teamOf.set(row, team);
    return `${name}：第 ${rows[from]?.row ?? 0}—${rows[to - 1]?.row ?? 0} 行，${to - from} 人（${volunteerNames.join('、')}）`;
  });
  return { ...none, teamOf, remarks: ['按登记表的人数和负责人，依花名册顺序分队，请核对：', ...remarks] };
}
