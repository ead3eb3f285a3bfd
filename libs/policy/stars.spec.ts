import { describe, expect, it } from '@jest/globals';
import { findStarScheme, nationalStarScheme, starSchemes } from './star-scheme.js';
import { nextStar, starsFor } from './stars.js';

describe('the national star scheme', () => {
  it.each([
    [1, 100, 'COUNTY'],
    [2, 300, 'COUNTY'],
    [3, 600, 'CITY'],
    [4, 1_000, 'CITY'],
    [5, 1_500, 'PROVINCE'],
  ] as const)('%d stars may be applied for from %d hours, decided at level %s', (stars, hours, approverLevel) => {
    expect(starsFor(hours * 60 - 1, nationalStarScheme)).toBe(stars - 1);
    expect(starsFor(hours * 60, nationalStarScheme)).toBe(stars);
    expect(starsFor(hours * 60 + 1, nationalStarScheme)).toBe(stars);
    expect(nextStar(hours * 60 - 1, nationalStarScheme)).toMatchObject({
      level: { stars, approverLevel },
      missingMinutes: 1,
    });
  });

  it('counts what is missing to the next star and stops at the fifth', () => {
    expect(nextStar(0, nationalStarScheme)).toMatchObject({ level: { stars: 1 }, missingMinutes: 6_000 });
    expect(nextStar(6_000, nationalStarScheme)).toMatchObject({ level: { stars: 2 }, missingMinutes: 12_000 });
    expect(nextStar(90_000, nationalStarScheme)).toBeNull();
    expect(starsFor(0, nationalStarScheme)).toBe(0);
    expect(starsFor(1_000_000, nationalStarScheme)).toBe(5);
  });

  it('has five levels that rise', () => {
    const minutes = nationalStarScheme.levels.map(({ serviceMinutesMin }) => serviceMinutesMin);
    expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
    expect(nationalStarScheme.levels.map(({ stars }) => stars)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('every star scheme', () => {
  it.each(starSchemes.map((scheme) => [scheme.id, scheme] as const))(
    '%s rises from one to five stars and names its source',
    (id, scheme) => {
      expect(scheme.levels.map(({ stars }) => stars)).toEqual([1, 2, 3, 4, 5]);
      const least = scheme.levels.map(({ serviceMinutesMin }) => serviceMinutesMin);
      expect(least).toEqual(least.toSorted((a, b) => a - b));
      expect(new Set(least).size).toBe(5);
      expect(scheme.source).not.toBe('');
      expect(scheme.issuer).not.toBe('');
      expect(findStarScheme(id, scheme.version)).toBe(scheme);
      expect(findStarScheme(id, scheme.version + 1)).toBeUndefined();
    },
  );
});
