import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, http, queries } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import { Refusal } from '../../api/problem.js';
import type { Asked } from './asked.js';
import { begun, previewed, type Sent } from './upload.js';

const askEveryMilliseconds = 1_000;
const triesMax = 5;

/** A run that is asked for until it has ended; the server goes on with it when nobody asks. */
function useRun(organizationId: string, runId: string, isBegun: boolean) {
  return api.useQuery(
    'get',
    '/api/organizations/{organizationId}/import-runs/{runId}',
    { params: { path: { organizationId, runId } } },
    {
      enabled: isBegun,
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.data?.state === 'RUNNING' || (state.data === undefined && isBegun) ? askEveryMilliseconds : false,
    },
  );
}

/** Upload and preview, then a yes under one id, then the run with its progress. */
export function useImport() {
  const runId = useRef(newId());
  const [begunAs, setBegun] = useState<string | undefined>();
  const preview = useMutation({ mutationFn: (asked: Asked) => previewed(asked) });
  const start = useMutation({
    mutationFn: (sent: Sent) => begun(sent, runId.current),
    retry: (count, error) => !(error instanceof Refusal && error.problem.status < 500) && count < triesMax,
    onSuccess: (run) => {
      setBegun(run.runId);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'get' });
    },
  });
  const organizationId = preview.data?.asked.organizationId ?? '';
  const run = useRun(organizationId, begunAs ?? '', begunAs !== undefined);
  const ended = run.data !== undefined && run.data.state !== 'RUNNING';
  // What other pages have read is of before the import.
  useEffect(() => {
    if (ended) void queries.invalidateQueries();
  }, [ended]);
  const stop = (): void =>
    void http.POST('/api/organizations/{organizationId}/import-runs/{runId}/stop', {
      params: { path: { organizationId, runId: begunAs ?? '' } },
      body: {},
    });
  /** Another attempt is another run of the same batch. */
  const renew = (): void => {
    runId.current = newId();
    setBegun(undefined);
    start.reset();
  };
  // A server that was started anew knows the batch and no longer the run.
  const said: unknown = run.error;
  const isLost = said instanceof Refusal && said.problem.status === 404;
  return {
    preview,
    start,
    run: isLost ? undefined : (run.data ?? start.data),
    isLost,
    isCutOff: run.fetchStatus === 'paused' || run.failureCount > 0 || run.isError,
    stop,
    renew,
  };
}
