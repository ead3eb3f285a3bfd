import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api/problem.js';

/** A finding: which check, where. */
export interface Finding {
  readonly check: string;
  readonly position?: string;
  readonly stream?: string;
  readonly detail?: string;
}

export interface Report {
  readonly entries: number;
  readonly size: number;
  readonly root: string;
  readonly faultCount: number;
  readonly byCheck: Readonly<Record<string, number>>;
  readonly faults: readonly Finding[];
}

type Said =
  { readonly entries: number; readonly total: number } | { readonly report: Report } | { readonly failed: string };

export interface Verification {
  readonly state: 'idle' | 'running' | 'ended' | 'failed';
  readonly entries: number;
  readonly total: number;
  readonly report?: Report;
  readonly failed?: string;
}

/** Lines of JSON as they come. */
async function* linesOf(response: Response): AsyncGenerator<Said> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Said;
  }
}

const cut = '连接中断，没有得到结果；校验已停止，可以再来一次。';

/** A verification lasts as long as this page listens to it: leaving ends it, and nothing is written either way. */
export function useVerification() {
  const [verification, setVerification] = useState<Verification>({ state: 'idle', entries: 0, total: 0 });
  const listening = useRef<AbortController | undefined>(undefined);
  const stop = useCallback((): void => listening.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const start = async (): Promise<void> => {
    const controller = new AbortController();
    listening.current = controller;
    setVerification({ state: 'running', entries: 0, total: 0 });
    const take = (said: Said): void =>
      setVerification((before) => {
        if ('report' in said) return { ...before, state: 'ended', report: said.report };
        if ('failed' in said) return { ...before, state: 'failed', failed: said.failed };
        return { ...before, ...said };
      });
    try {
      const response = await fetch('/api/audit/verification', { signal: controller.signal });
      if (!response.ok) {
        const { title, detail } = await problemOf(response);
        take({ failed: detail ?? title });
        return;
      }
      for await (const said of linesOf(response)) take(said);
      setVerification((before) => (before.state === 'running' ? { ...before, state: 'failed', failed: cut } : before));
    } catch {
      take({ failed: controller.signal.aborted ? '校验已停止。' : cut });
    }
  };
  return { verification, start, stop };
}
