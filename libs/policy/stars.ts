import type { StarLevel, StarScheme } from './star-scheme.js';

export type Stars = 0 | StarLevel['stars'];

/** The stars these service minutes suffice to apply for, 0–5; a star itself is decided by people. */
export function starsFor(serviceMinutes: number, scheme: StarScheme): Stars {
  return scheme.levels.findLast((level) => serviceMinutes >= level.serviceMinutesMin)?.stars ?? 0;
}

/** The next level and the minutes still missing to it; null at the top. */
export function nextStar(
  serviceMinutes: number,
  scheme: StarScheme,
): { level: StarLevel; missingMinutes: number } | null {
  const level = scheme.levels.find(({ serviceMinutesMin }) => serviceMinutes < serviceMinutesMin);
  return level === undefined ? null : { level, missingMinutes: level.serviceMinutesMin - serviceMinutes };
}
