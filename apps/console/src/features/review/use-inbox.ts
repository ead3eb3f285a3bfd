import { useMemo } from 'react';
import { api } from '../../api/client.js';
import { ofApplication, ofDispute, ofEntry, type Item } from './item.js';

const pageSize = 200;

export interface Inbox {
  readonly items: readonly Item[];
  /** All that wait, on this page and behind it. */
  readonly total: number;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Everything that waits for a decision, the most urgent first; 200 of each kind at a time. */
export function useInbox(): Inbox {
  const applications = api.useQuery('get', '/api/volunteers/applications', {
    params: { query: { status: 'SUBMITTED', pageSize } },
  });
  const entries = api.useQuery('get', '/api/hours/waiting', { params: { query: { pageSize } } });
  const disputes = api.useQuery('get', '/api/hours/disputes', { params: { query: { state: 'OPEN', pageSize } } });
  const items = useMemo(
    () =>
      [
        ...(applications.data?.items ?? []).map(ofApplication),
        ...(entries.data?.items ?? []).map(ofEntry),
        ...(disputes.data?.items ?? []).map(ofDispute),
      ].sort((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key)),
    [applications.data, entries.data, disputes.data],
  );
  const all = [applications, entries, disputes];
  return {
    items,
    total: all.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
    isPending: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
  };
}
