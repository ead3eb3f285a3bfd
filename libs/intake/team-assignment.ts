export interface StatedTeam {
  readonly name: string;
  readonly statedSize: number;
  readonly statedLeader: string;
}

export interface AssignedTeam {
  readonly name: string;
  /** Positions in the roster, from 0; names may repeat, positions do not. */
  readonly from: number;
  readonly to: number;
  readonly volunteerNames: readonly string[];
}

export type AssignmentProposal =
  | { readonly certain: true; readonly teams: readonly AssignedTeam[] }
  | { readonly certain: false; readonly reason: string; readonly teams: readonly [] };

const uncertain = (reason: string): AssignmentProposal => ({ certain: false, reason: `${reason}请逐人指定队伍。`, teams: [] });

/**
 * Annex 2 has no team column, but units list it team by team: cuts the roster into blocks of the stated sizes.
 * Proposes only if the sizes add up to the roster and every stated leader stands, alone of that name, in the own block.
 */
export function proposeAssignment(teams: readonly StatedTeam[], rosterNames: readonly string[]): AssignmentProposal {
  const volunteers = teams.reduce((sum, { statedSize }) => sum + statedSize, 0);
  if (teams.length === 0) return uncertain('登记表中没有队伍，无法按顺序分队。');
  if (volunteers !== rosterNames.length)
    return uncertain(`登记表各队共 ${volunteers} 人，花名册有 ${rosterNames.length} 人，人数不符，无法按顺序分队。`);
  const blocks: AssignedTeam[] = [];
  for (const team of teams) {
    const from = blocks.at(-1)?.to ?? 0;
    const to = from + team.statedSize;
    blocks.push({ name: team.name, from, to, volunteerNames: rosterNames.slice(from, to) });
  }
  const doubt = teams.map((team, index) => doubtAbout(team, blocks[index], rosterNames)).find((reason) => reason !== null);
  return doubt ? uncertain(doubt) : { certain: true, teams: blocks };
}

function doubtAbout({ name, statedLeader }: StatedTeam, block: AssignedTeam | undefined, rosterNames: readonly string[]): string | null {
  const places = rosterNames.flatMap((rosterName, index) => (rosterName === statedLeader ? [index] : []));
  const [place] = places;
  if (statedLeader === '' || place === undefined) return `“${name}”的负责人不在花名册中，`;
  if (places.length > 1) return `花名册中有 ${places.length} 人与“${name}”的负责人同名，`;
  if (block && place >= block.from && place < block.to) return null;
  return `“${name}”的负责人在花名册第 ${place + 1} 位，不在按人数推算的本队（${blockText(block)}）之内，`;
}

const blockText = (block: AssignedTeam | undefined): string => (block ? `第 ${block.from + 1}—${block.to} 位` : '');
