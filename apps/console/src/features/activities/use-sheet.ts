import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http } from '../../api/client.js';
import type { AnswerOf, RowOf } from '../../api/query.js';
import { unnamed } from '../../parts/words.js';
import type { SheetLine } from './pasted.js';

type Activity = AnswerOf<'/api/activities/{activityId}'>;
type Member = RowOf<'/api/teams/{teamId}/volunteers'>;
export type Recorded = RowOf<'/api/activities/{activityId}/attendances'>;

const pageSize = 200;

async function membersOf(teamId: string): Promise<readonly Member[]> {
  const found: Member[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await http.GET('/api/teams/{teamId}/volunteers', {
      params: { path: { teamId }, query: { page, pageSize } },
    });
    found.push(...(data?.items ?? []));
    if (!data || page * pageSize >= data.total) return found;
  }
}

export interface Sheet {
  readonly activity: Activity | undefined;
  readonly session: Activity['held'][number] | undefined;
  readonly lines: readonly SheetLine[];
  /** Who is in the sheet of the session already. */
  readonly recorded: ReadonlyMap<string, Recorded>;
  readonly error: unknown;
  readonly change: (lines: readonly SheetLine[]) => void;
}

interface OnSheet {
  readonly session: Sheet['session'];
  readonly members: readonly (readonly [teamId: string, members: readonly Member[]])[];
  readonly recorded: readonly Recorded[];
}

/** Members with the times of the session, then who else stands in its sheet; whoever is in two teams stands once. */
function plainLines({ session, members, recorded }: OnSheet): readonly SheetLine[] {
  const times = { isThere: false, startsAt: session?.startsAt ?? '', endsAt: session?.endsAt ?? '' };
  const ofTeams = members.flatMap(([teamId, those]) =>
    those.map(({ volunteerId, name, volunteerNumber }): SheetLine => ({
      ...{ volunteerId, teamId, name, volunteerNumber },
      ...times,
    })),
  );
  const once = new Map(ofTeams.map((line) => [line.volunteerId, line]));
  for (const { volunteerId, volunteerName } of recorded)
    if (!once.has(volunteerId))
      once.set(volunteerId, { volunteerId, name: volunteerName ?? unnamed, volunteerNumber: '', ...times });
  return [...once.values()];
}

/** The members of the activity's teams and the people recorded, each as it was until somebody says otherwise. */
export function useSheet(activityId: string, sessionId: string): Sheet {
  const path = { activityId };
  const { data: activity, error } = api.useQuery('get', '/api/activities/{activityId}', { params: { path } });
  const { data: attended } = api.useQuery('get', '/api/activities/{activityId}/attendances', {
    params: { path, query: { sessionId, pageSize } },
  });
  const teams = activity?.teams.map(({ teamId }) => teamId) ?? [];
  const answers = useQueries({
    queries: teams.map((id) => ({ queryKey: ['team-members', id], queryFn: () => membersOf(id) })),
  });
  const session = activity?.held.find((one) => one.sessionId === sessionId);
  const [changed, setChanged] = useState<ReadonlyMap<string, SheetLine>>(new Map());
  const recorded = attended?.items ?? [];
  const members = teams.map((teamId, index) => [teamId, answers[index]?.data ?? []] as const);
  return {
    activity,
    session,
    lines: plainLines({ session, members, recorded }).map((line) => changed.get(line.volunteerId) ?? line),
    recorded: new Map(recorded.map((one) => [one.volunteerId, one])),
    error,
    change: (lines) => setChanged(new Map(lines.map((line) => [line.volunteerId, line]))),
  };
}
