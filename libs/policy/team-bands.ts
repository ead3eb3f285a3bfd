import type { TeamCountBand } from './policy-pack.js';

export type TeamCountAdvice =
  | { adviceKey: 'not_applicable'; within: true; expected: null }
  | { adviceKey: 'within'; within: true; expected: TeamRange }
  | { adviceKey: 'below' | 'above'; within: false; expected: TeamRange };

export interface TeamRange {
  min: number;
  max: number;
}

/**
 * How the number of teams compares with the table; at 20, 50 and 100 members either band will do. Advice to
 * show, never a reason to refuse: the notice's own filled sample has 4 teams where its table says 2–3.
 */
export function teamCountAdvice(
  partyMembers: number,
  teams: number,
  bands: readonly TeamCountBand[] | null,
): TeamCountAdvice {
  const expected = expectedTeams(partyMembers, bands ?? []);
  if (expected === null) return { adviceKey: 'not_applicable', within: true, expected };
  if (teams < expected.min) return { adviceKey: 'below', within: false, expected };
  if (teams > expected.max) return { adviceKey: 'above', within: false, expected };
  return { adviceKey: 'within', within: true, expected };
}

function expectedTeams(partyMembers: number, bands: readonly TeamCountBand[]): TeamRange | null {
  const fitting = bands.filter(
    ({ membersMin, membersMax }) => partyMembers >= membersMin && (membersMax === null || partyMembers <= membersMax),
  );
  if (fitting.length === 0) return null;
  return {
    min: Math.min(...fitting.map(({ teamsMin }) => teamsMin)),
    max: Math.max(...fitting.map(({ teamsMax }) => teamsMax)),
  };
}
