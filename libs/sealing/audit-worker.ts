import { parentPort } from 'node:worker_threads';
import { examinePage, type Examining } from '#libs/proof/examine';
import type { Placed } from '#libs/proof/entry-checks';

/** A page to examine, column by column: a thread is handed lists of texts faster than objects. */
export interface PageToExamine {
  readonly how: Examining;
  readonly streams: readonly string[];
  readonly revisions: readonly number[];
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly texts: readonly string[];
}

/** One thread of an audit: pages in, what is found of them out, in their order. */
parentPort?.on('message', ({ how, streams, revisions, ids, types, texts }: PageToExamine) => {
  const page = texts.map((text, i): Placed => ({
    stream: streams[i]!,
    revision: revisions[i]!,
    id: ids[i]!,
    type: types[i]!,
    text,
  }));
  parentPort!.postMessage(examinePage(page, how));
});
