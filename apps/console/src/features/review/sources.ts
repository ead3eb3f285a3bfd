import { http } from '../../api/client.js';
import type { QueryOf, RowOf, WindowPath } from '../../api/query.js';
import {
  ofApplication,
  ofApproved,
  ofBatch,
  ofDispute,
  ofEntry,
  ofPrivacy,
  ofStar,
  ofTransfer,
  type Item,
  type Kind,
} from './item.js';

export interface PageOfItems {
  readonly items: readonly Item[];
  /** On all pages together. */
  readonly total: number;
}

/** A window whose lines wait for a decision, in the order of the inbox: what its next page brings is no more urgent. */
export interface Source {
  readonly name: string;
  readonly kind: Kind;
  readonly ask: (page: number, signal: AbortSignal) => Promise<PageOfItems>;
}

export const pageSize = 200;

type AnyGet = (path: string, init: object) => Promise<{ data?: { items: readonly never[]; total: number } }>;

function source<P extends WindowPath>(kind: Kind, path: P, query: QueryOf<P>, toItem: (row: RowOf<P>) => Item): Source {
  return {
    kind,
    name: `${path} ${JSON.stringify(query)}`,
    ask: async (page, signal) => {
      const asked = { ...query, page, pageSize };
      const { data } = await (http.GET as unknown as AnyGet)(path, { params: { query: asked }, signal });
      return { items: (data?.items ?? []).map(toItem), total: data?.total ?? 0 };
    },
  };
}

const entries = (kind: 'hours' | 'conflict', state: 'recorded' | 'held' | 'found' | 'conflicted'): Source =>
  source(kind, '/api/hours/waiting', { state, sort: 'urgency' }, ofEntry);
const requests = (status: 'FILED' | 'APPROVED'): Source =>
  source('privacy', '/api/privacy-requests', { status, oldestFirst: true }, ofPrivacy);

/** Everything that waits for a decision. */
export const sources: readonly Source[] = [
  source('application', '/api/volunteers/applications', { status: 'SUBMITTED' }, ofApplication),
  source('enrolment', '/api/volunteers', { status: 'APPROVED', sort: 'approvedOn' }, ofApproved),
  source('transfer', '/api/affiliation-transfers', { state: 'SENT' }, ofTransfer),
  source('batch', '/api/imports/waiting', {}, ofBatch),
  entries('hours', 'recorded'),
  entries('hours', 'held'),
  entries('hours', 'found'),
  entries('conflict', 'conflicted'),
  source('dispute', '/api/hours/disputes', { state: 'OPEN', sort: 'answerDueOn' }, ofDispute),
  source('star', '/api/star-board', { isUndecided: true, sort: 'appliedOn' }, ofStar),
  requests('FILED'),
  requests('APPROVED'),
];
