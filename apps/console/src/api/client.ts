import { QueryClient } from '@tanstack/react-query';
import createFetch, { type Middleware } from 'openapi-fetch';
import createWindows from 'openapi-react-query';
import type { paths } from './api.js';
import { problemOf, Refusal } from './problem.js';

/** Where the last command of this tab stands in the log: what is read next waits for it. */
let lastPosition: string | undefined;
const listeners = new Set<() => void>();

/** Routes that are not windows and know no `seen`. */
const withoutSeen =
  /^\/api\/(?:me|accounts|application-drafts|access-log|organization-names|sessions|health|ready|metrics|verify)\b/;

export const sawPosition = (position: string): void => {
  lastPosition = position;
};

/** Calls when an answer said that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const manners: Middleware = {
  onRequest({ request, schemaPath }) {
    if (request.method !== 'GET' || lastPosition === undefined || withoutSeen.test(schemaPath)) return undefined;
    const url = new URL(request.url);
    url.searchParams.set('seen', lastPosition);
    return new Request(url, request);
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    const problem = await problemOf(response);
    if (response.status === 401 && !/\/api\/(?:login|me)$/.test(schemaPath)) for (const tell of listeners) tell();
    throw new Refusal(problem);
  },
};

export const http = createFetch<paths>({ baseUrl: location.origin, fetch: (request) => fetch(request) });
http.use(manners);

/** Asks a window: `api.useQuery('get', '/api/volunteers', { params: { query } })`. */
export const api = createWindows(http);

/** Nothing is kept outside of this tab's memory: answers hold names and phones. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Refusal && error.problem.status < 500) && count < 3,
      staleTime: 10_000,
      gcTime: 300_000,
    },
  },
});
