import { describe, expect, it } from '@jest/globals';
import { policyPack } from './packs.js';
import { teamCountAdvice } from './team-bands.js';

const bands = policyPack('ZJ-2013-37').rules.teamCountBands?.value ?? null;

describe('the team table', () => {
  it.each([
    [1, 1, 1],
    [19, 1, 1],
    [20, 1, 3],
    [21, 2, 3],
    [49, 2, 3],
    [50, 2, 6],
    [51, 4, 6],
    [99, 4, 6],
    [100, 4, 8],
    [101, 6, 8],
    [5_000, 6, 8],
  ])('expects of %d members %d to %d teams', (members, min, max) => {
    const expected = { min, max };
    expect(teamCountAdvice(members, min - 1, bands)).toEqual({ adviceKey: 'below', within: false, expected });
    expect(teamCountAdvice(members, min, bands)).toEqual({ adviceKey: 'within', within: true, expected });
    expect(teamCountAdvice(members, max, bands)).toEqual({ adviceKey: 'within', within: true, expected });
    expect(teamCountAdvice(members, max + 1, bands)).toEqual({ adviceKey: 'above', within: false, expected });
  });

  it('finds the notice’s own sample of 34 members and 4 teams above its 2–3', () => {
    expect(teamCountAdvice(34, 4, bands)).toEqual({ adviceKey: 'above', within: false, expected: { min: 2, max: 3 } });
  });

  it('says nothing of an organization without members or a notice without a table', () => {
    const silent = { adviceKey: 'not_applicable', within: true, expected: null };
    expect(teamCountAdvice(0, 0, bands)).toEqual(silent);
    expect(teamCountAdvice(0, 1, bands)).toEqual(silent);
    expect(teamCountAdvice(34, 4, null)).toEqual(silent);
  });
});
