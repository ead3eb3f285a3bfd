/** Volunteers needed to reach the percentage of full members, rounded up; null where there are no full members. */
export function volunteersNeeded(fullMembers: number, percent: number): number | null {
  requireCount(fullMembers);
  requireCount(percent);
  if (fullMembers === 0) return null;
  // Whole numbers only: 0.3 * 10 happens to be 3, but 0.07 * 100 is 7.000000000000001 and would ask for an eighth.
  const hundredths = fullMembers * percent;
  return (hundredths - (hundredths % 100)) / 100 + (hundredths % 100 > 0 ? 1 : 0);
}

/** Whether the volunteers reach the percentage of full members (Z-17); null where there are no full members. */
export function ratioMet(volunteers: number, fullMembers: number, percent: number): boolean | null {
  requireCount(volunteers);
  const needed = volunteersNeeded(fullMembers, percent);
  return needed === null ? null : volunteers >= needed;
}

function requireCount(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a count is a whole number from 0');
}
