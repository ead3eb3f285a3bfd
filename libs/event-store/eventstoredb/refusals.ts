import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { EntryTooLarge, StoreUnavailable, StreamDestroyed, type NewEntry } from '../port.js';
import type { Said } from './sending.js';

/** A fault of a call of its own, as the batches say it; whatever is not a definite refusal leaves the outcome open. */
export function refusedBy(error: Error): Said {
  if (error instanceof WrongExpectedVersionError)
    return { kind: 'wrong', actual: error.actualVersion === 'no_stream' ? -1 : Number(error.actualVersion) };
  if (error instanceof StreamDeletedError) return { kind: 'destroyed' };
  if (error instanceof AccessDeniedError) return { kind: 'denied' };
  if (error instanceof MaxAppendSizeExceededError) return { kind: 'too_large', limit: error.maxAppendSize };
  return { kind: 'other', text: error.message || error.name };
}

/** What the caller is told: nothing was stored, and asking again would not help. */
export function refusalOf(
  said: Exclude<Said, { kind: 'stored' | 'wrong' | 'other' }>,
  stream: string,
  entries: readonly NewEntry[],
): Error {
  if (said.kind === 'destroyed') return new StreamDestroyed(stream, 'deleted');
  if (said.kind === 'denied') return new StoreUnavailable('EventStoreDB: access denied');
  return new EntryTooLarge(
    entries.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    said.limit,
  );
}
