interface Shown {
  /** Where the console is, as this browser reached it. */
  readonly origin: string;
  readonly activityId: string;
  readonly sessionId: string;
  readonly code: string;
  readonly title: string;
  readonly teamIds: readonly string[];
}

/**
 * What the code on the leader's screen holds: the address of the page where one checks in. The code, the title and the teams
 * stand behind `#`, which no browser sends anywhere.
 */
export function checkInLink({ origin, activityId, sessionId, code, title, teamIds }: Shown): string {
  const behind = new URLSearchParams({ code, title, teams: teamIds.join(',') });
  return `${origin}/console/check-in/${activityId}/${sessionId}#${behind.toString()}`;
}

/** Of the address that was opened; without a code it was none of these. */
export function readCheckIn(hash: string): {
  readonly code: string | null;
  readonly title: string | null;
  readonly teamIds: readonly string[];
} {
  const behind = new URLSearchParams(hash.replace(/^#/, ''));
  return { code: behind.get('code'), title: behind.get('title'), teamIds: (behind.get('teams') ?? '').split(',') };
}
