import { useMemo } from 'react';
import { api } from '../../api/client.js';
import { today } from '../../parts/clock.js';
import {
  byUrgency,
  ofApplication,
  ofApproved,
  ofDispute,
  ofEntry,
  ofPrivacy,
  ofStar,
  ofTransfer,
  type Item,
} from './item.js';

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
  const approved = api.useQuery('get', '/api/volunteers', { params: { query: { status: 'APPROVED', pageSize } } });
  const asked = api.useQuery('get', '/api/privacy-requests', { params: { query: { status: 'FILED', pageSize } } });
  const corrections = api.useQuery('get', '/api/privacy-requests', {
    params: { query: { status: 'APPROVED', pageSize } },
  });
  const items = useMemo(
    () =>
      [
        ...itemsOf(applications.data).map(ofApplication),
        ...itemsOf(entries.data).map(ofEntry),
        ...itemsOf(disputes.data).map(ofDispute),
        ...itemsOf(transfers.data).map(ofTransfer),
        ...itemsOf(stars.data).map(ofStar),
        ...itemsOf(approved.data).map(ofApproved),
        ...itemsOf(asked.data).map(ofPrivacy),
        ...itemsOf(corrections.data).map(ofPrivacy),
      ].sort(byUrgency(today())),
    [
      applications.data,
      entries.data,
      disputes.data,
      transfers.data,
      stars.data,
      approved.data,
      asked.data,
      corrections.data,
    ],
  );
  const all = [applications, entries, disputes, transfers, stars, approved, asked, corrections];
  return {
    items,
    total: all.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
    isPending: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
  };
}
