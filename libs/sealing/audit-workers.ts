import { Worker } from 'node:worker_threads';
import type { Placed } from '#libs/proof/entry-checks';
import type { Examine, ExaminedPage, Examining } from '#libs/proof/examine';
import type { PageToExamine } from './audit-worker.js';

interface Waiting {
  readonly resolve: (page: ExaminedPage) => void;
  readonly reject: (error: Error) => void;
}

/** Pages that wait in a thread while it works at another, so that it never stands idle. */
const pagesEach = 2;

/** Threads that examine pages of entries beside each other. */
export class AuditWorkers {
  private readonly lanes: { readonly worker: Worker; readonly waiting: Waiting[] }[];

  /** `program`: the compiled `audit-worker`, beside this file unless told. */
  constructor(count: number, program = new URL('./audit-worker.js', import.meta.url)) {
    this.lanes = Array.from({ length: count }, () => {
      const lane = { worker: new Worker(program, { execArgv: [] }), waiting: [] as Waiting[] };
      lane.worker
        .on('message', (page: ExaminedPage) => lane.waiting.shift()?.resolve(page))
        .on('error', (error: Error) => {
          for (const { reject } of lane.waiting.splice(0)) reject(error);
        })
        .on('exit', (code) => {
          for (const { reject } of lane.waiting.splice(0)) reject(new Error(`an audit thread ended with ${code}`));
        });
      return lane;
    });
  }

  /** Pages to examine at the same time. */
  get lanesAtOnce(): number {
    return this.lanes.length * pagesEach;
  }

  readonly examine: Examine = (page, how) =>
    new Promise((resolve, reject) => {
      const lane = this.lanes.reduce((least, one) => (one.waiting.length < least.waiting.length ? one : least));
      lane.waiting.push({ resolve, reject });
      lane.worker.postMessage(columnsOf(page, how));
    });

  async end(): Promise<void> {
    await Promise.all(this.lanes.map(({ worker }) => worker.terminate()));
  }
}

const columnsOf = (page: readonly Placed[], how: Examining): PageToExamine => ({
  how,
  streams: page.map(({ stream }) => stream),
  revisions: page.map(({ revision }) => revision),
  ids: page.map(({ id }) => id),
  types: page.map(({ type }) => type),
  texts: page.map(({ text }) => text),
});
