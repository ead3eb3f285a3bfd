import type { LateReason } from '#libs/kernel/late-reasons';
import { http, sawPosition } from '../api/client.js';
import type { components } from '../api/api.js';
import type { RowOf } from '../api/query.js';
import { Refusal } from '../api/problem.js';

export type WaitingBatch = RowOf<'/api/imports/waiting'>;
export type BatchRow = components['schemas']['BatchRow'];

interface Part {
  readonly rows: readonly BatchRow[];
  readonly left: number;
  readonly next?: string | undefined;
}

/** Parts of a batch asked for one after the other, as the API divides them; `tell` hears how many rows are done, of how many. */
export type BatchRun = (tell: (done: number, all: number) => void) => Promise<readonly BatchRow[]>;

const triesMax = 5;
const firstWaitMilliseconds = 500;

/** The same part again after a broken connection: what was recorded is found decided, nothing is recorded twice. */
async function insisted(ask: () => Promise<{ data?: Part }>): Promise<Part> {
  for (let tries = 1; ; tries += 1)
    try {
      const { data } = await ask();
      if (data) return data;
      throw new Error('没有得到答复，请稍后再试。');
    } catch (error) {
      if (tries >= triesMax || (error instanceof Refusal && error.problem.status < 500)) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstWaitMilliseconds * 2 ** (tries - 1)));
    }
}

const inParts =
  (ask: (after: { readonly after?: string }) => Promise<{ data?: Part }>): BatchRun =>
  async (tell) => {
    const rows: BatchRow[] = [];
    for (let after: string | undefined, isMore = true; isMore;) {
      const from = after === undefined ? {} : { after };
      const part = await insisted(() => ask(from));
      rows.push(...part.rows);
      tell(rows.length, rows.length + part.left);
      for (const { position } of part.rows) if (position !== undefined) sawPosition(position);
      after = part.next;
      isMore = part.left > 0 && after !== undefined;
    }
    return rows;
  };

/** Attests every row of a batch that this person may attest. */
export const attestBatch = (batchId: string): BatchRun =>
  inParts((after) =>
    http.POST('/api/imports/{batchId}/attestation', { params: { path: { batchId } }, body: { ...after } }),
  );

/** Approves every row of a batch that is held for nothing but that it came late. */
export const approveBatch = (batchId: string, lateReasonCode: LateReason): BatchRun =>
  inParts((after) =>
    http.POST('/api/imports/{batchId}/approval', { params: { path: { batchId } }, body: { lateReasonCode, ...after } }),
  );
