import { useMemo } from 'react';
import { api } from '../../api/client.js';
import { today } from '../../parts/clock.js';
import { byUrgency, ofApplication, ofDispute, ofEntry, ofStar, ofTransfer, type Item } from './item.js';

const pageSize = 200;

export interface Inbox {
  readonly items: readonly Item[];
  /** All that wait, on this page and behind it. */
  readonly total: number;
  readonly isPending: boolean;
  readonly error: unknown;
}

const itemsOf = <Row>(data: { readonly items: readonly Row[] } | undefined): readonly Row[] => data?.items ?? [];

/** Everything that waits for a decision, the most urgent first; 200 of each kind at a time. */
export function useInbox(): Inbox {
  const applications = api.useQuery('get', '/api/volunteers/applications', {
    params: { query: { status: 'SUBMITTED', pageSize } },
  });
  const entries = api.useQuery('get', '/api/hours/waiting', { params: { query: { pageSize } } });
  const disputes = api.useQuery('get', '/api/hours/disputes', { params: { query: { state: 'OPEN', pageSize } } });
  const transfers = api.useQuery('get', '/api/affiliation-transfers', {
    params: { query: { state: 'SENT', pageSize } },
  });
  const stars = api.useQuery('get', '/api/star-board', {
    params: { query: { isUndecided: true, sort: 'appliedOn', pageSize } },
  });
  const items = useMemo(
    () =>
      [
        ...itemsOf(applications.data).map(ofApplication),
        ...itemsOf(entries.data).map(ofEntry),
        ...itemsOf(disputes.data).map(ofDispute),
        ...itemsOf(transfers.data).map(ofTransfer),
        ...itemsOf(stars.data).map(ofStar),
      ].sort(byUrgency(today())),
    [applications.data, entries.data, disputes.data, transfers.data, stars.data],
  );
  const all = [applications, entries, disputes, transfers, stars];
  return {
    items,
    total: all.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
    isPending: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
  };
}
