import shared from '@eventstore/db-client/generated/shared_pb.js';
import type {
  BatchAppendReq as Batch,
  AppendReq as Single,
  ReadReq,
} from '@eventstore/db-client/generated/streams_pb.js';
import pb from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEntry, Position } from '../port.js';
import { placeOf } from './positions.js';

const empty = (): InstanceType<typeof shared.Empty> => new shared.Empty();
const [forwards, backwards] = [0, 1] as const;
/** Events the server looks at between two checkpoints: `max` times the multiplier. */
const searchWindow = 500;
const windowsToCheckpoint = 4;

export interface Range {
  /** Where reading begins: a place, or the end it starts from. */
  readonly from: 'start' | 'end' | number;
  readonly count: number;
  readonly direction: 'forwards' | 'backwards';
}

const identifierOf = (stream: string): InstanceType<typeof shared.StreamIdentifier> => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
};

function readOf(options: ReadReq.Options): ReadReq {
  const uuid = new pb.ReadReq.Options.UUIDOption();
  uuid.setString(empty());
  options.setUuidOption(uuid);
  options.setResolveLinks(false);
  const request = new pb.ReadReq();
  request.setOptions(options);
  return request;
}

const directed = (options: ReadReq.Options, { count, direction }: Pick<Range, 'count' | 'direction'>): void => {
  options.setReadDirection(direction === 'forwards' ? forwards : backwards);
  options.setCount(String(count));
};

/** A piece of a stream; `from` is included. */
export function streamRequest(stream: string, range: Range): ReadReq {
  const of = new pb.ReadReq.Options.StreamOptions();
  of.setStreamIdentifier(identifierOf(stream));
  if (range.from === 'start') of.setStart(empty());
  else if (range.from === 'end') of.setEnd(empty());
  else of.setRevision(String(range.from));
  const options = new pb.ReadReq.Options();
  options.setStream(of);
  options.setNoFilter(empty());
  directed(options, range);
  return readOf(options);
}

const allOf = (from: Position | 'start' | 'end'): ReadReq.Options.AllOptions => {
  const all = new pb.ReadReq.Options.AllOptions();
  if (from === 'start') all.setStart(empty());
  else if (from === 'end') all.setEnd(empty());
  else {
    const { commit, prepare } = placeOf(from);
    const position = new pb.ReadReq.Options.Position();
    position.setCommitPosition(commit);
    position.setPreparePosition(prepare);
    all.setPosition(position);
  }
  return all;
};

/** Only streams of this log: those of its prefix, or every one that is not the server's own. */
function filterOf(prefix: string): ReadReq.Options.FilterOptions {
  const expression = new pb.ReadReq.Options.FilterOptions.Expression();
  if (prefix === '') expression.setRegex('^[^$]');
  else expression.setPrefixList([prefix]);
  const filter = new pb.ReadReq.Options.FilterOptions();
  filter.setStreamIdentifier(expression);
  filter.setMax(searchWindow);
  filter.setCheckpointintervalmultiplier(windowsToCheckpoint);
  return filter;
}

/** The whole log. Forwards, the entry at the position is included; backwards, reading begins before it. */
export function allRequest(
  prefix: string,
  range: Pick<Range, 'count' | 'direction'> & { readonly from: Position | 'start' | 'end' },
): ReadReq {
  const options = new pb.ReadReq.Options();
  options.setAll(allOf(range.from));
  options.setFilter(filterOf(prefix));
  directed(options, range);
  return readOf(options);
}

/** What comes behind a position, with checkpoints on the way. */
export function subscriptionRequest(prefix: string, after: Position | 'start'): ReadReq {
  const options = new pb.ReadReq.Options();
  options.setAll(allOf(after));
  options.setSubscription(new pb.ReadReq.Options.SubscriptionOptions());
  options.setFilter(filterOf(prefix));
  return readOf(options);
}

/** An append as it goes out: the revision is exact, -1 for a stream that is not there. */
export interface ExactAppend {
  readonly stream: string;
  readonly expected: number;
  readonly entries: readonly NewEntry[];
}

/** JSON where it looks like it, so that the database's own page shows it; the bytes are the same. */
const contentTypeOf = (text: string): string =>
  text.startsWith('{') ? 'application/json' : 'application/octet-stream';

function proposed<T extends Batch.ProposedMessage | Single.ProposedMessage>(message: T, entry: NewEntry): T {
  const { id, type, text } = entry;
  const uuid = new shared.UUID();
  uuid.setString(id);
  message.setId(uuid);
  message.getMetadataMap().set('type', type).set('content-type', contentTypeOf(text));
  message.setData(Buffer.from(text));
  return message;
}

export function batchRequest(correlationId: string, { stream, expected, entries }: ExactAppend): Batch {
  const options = new pb.BatchAppendReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  if (expected < 0) options.setNoStream(empty());
  else options.setStreamPosition(String(expected));
  const uuid = new shared.UUID();
  uuid.setString(correlationId);
  const request = new pb.BatchAppendReq();
  request.setCorrelationId(uuid);
  request.setOptions(options);
  request.setProposedMessagesList(entries.map((entry) => proposed(new pb.BatchAppendReq.ProposedMessage(), entry)));
  request.setIsFinal(true);
  return request;
}

/** Options first, then each entry. */
export function singleRequests({ stream, expected, entries }: ExactAppend): Single[] {
  const options = new pb.AppendReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  if (expected < 0) options.setNoStream(empty());
  else options.setRevision(String(expected));
  const first = new pb.AppendReq();
  first.setOptions(options);
  return [
    first,
    ...entries.map((entry) => {
      const request = new pb.AppendReq();
      request.setProposedMessage(proposed(new pb.AppendReq.ProposedMessage(), entry));
      return request;
    }),
  ];
}
