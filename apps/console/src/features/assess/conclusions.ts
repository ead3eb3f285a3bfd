export const conclusionNames = {
  TARGET_MET: '达标',
  TARGET_NOT_MET: '未达标',
  EXEMPTED: '免除要求',
  NOT_APPLICABLE: '无要求',
  TARGETS_MET: '达标',
  TARGETS_NOT_MET: '未达标',
} as const;

export type SubjectConclusion = 'TARGET_MET' | 'TARGET_NOT_MET' | 'NOT_APPLICABLE';

/** What the figures say by themselves; a person may still exempt. Reached exactly is met (不得少于). */
export function suggested(reached: number, target: number | null): SubjectConclusion {
  if (target === null) return 'NOT_APPLICABLE';
  return reached >= target ? 'TARGET_MET' : 'TARGET_NOT_MET';
}

interface UnitFigures {
  readonly behind: number | null;
  readonly teams: number;
  readonly teamsReached: number | null;
}

/** Of all people and all teams of whom something is asked. */
export function suggestedForUnit({ behind, teams, teamsReached }: UnitFigures) {
  if (behind === null && teamsReached === null) return 'NOT_APPLICABLE';
  const missing = (behind ?? 0) + (teamsReached === null ? 0 : teams - teamsReached);
  return missing === 0 ? 'TARGETS_MET' : 'TARGETS_NOT_MET';
}
