import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http } from '../../api/client.js';
import type { AnswerOf, RowOf } from '../../api/query.js';
import type { SheetLine } from './pasted.js';

type Activity = AnswerOf<'/api/activities/{activityId}'>;
type Member = RowOf<'/api/teams/{teamId}/volunteers'>;

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
  readonly recorded: ReadonlySet<string>;
  readonly error: unknown;
  readonly change: (lines: readonly SheetLine[]) => void;
}

/** The members of the activity's teams, each with the times of the session until somebody says otherwise. */
export function useSheet(activityId: string, sessionId: string): Sheet {
  const path = { activityId };
  const { data: activity, error } = api.useQuery('get', '/api/activities/{activityId}', { params: { path } });
  const { data: attended } = api.useQuery('get', '/api/activities/{activityId}/attendances', {
    params: { path, query: { pageSize } },
  });
  const teams = activity?.teams.map(({ teamId }) => teamId) ?? [];
  const members = useQueries({
    queries: teams.map((id) => ({ queryKey: ['team-members', id], queryFn: () => membersOf(id) })),
  });
  const session = activity?.held.find((one) => one.sessionId === sessionId);
  const [changed, setChanged] = useState<ReadonlyMap<string, SheetLine>>(new Map());
  const plain = teams.flatMap((teamId, index) =>
    (members[index]?.data ?? []).map(({ volunteerId, name, volunteerNumber }): SheetLine => ({
      volunteerId,
      teamId,
      name,
      volunteerNumber,
      isThere: false,
      startsAt: session?.startsAt ?? '',
      endsAt: session?.endsAt ?? '',
    })),
  );
  const once = [...new Map(plain.map((line) => [line.volunteerId, line])).values()];
  return {
    activity,
    session,
    lines: once.map((line) => changed.get(line.volunteerId) ?? line),
    recorded: new Set(
      (attended?.items ?? []).filter((one) => one.sessionId === sessionId).map(({ volunteerId }) => volunteerId),
    ),
    error,
    change: (lines) => setChanged(new Map(lines.map((line) => [line.volunteerId, line]))),
  };
}
