import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Log, StoredEvent } from './log.js';
import { pb, streamDeleted, streamIdentifier, textOf, wireOf } from './messages.js';
import type { Member } from './member.js';
import { drained, subscribe, type Call, type Filter } from './subscription.js';

const backwards = 1;

/** `Streams/Read` in all its four shapes. */
export const read =
  (node: Member) =>
  (call: ServerWritableStream<ReadReq, ReadResp>): void => {
    if (node.cluster.faults.silent) return;
    const refused = node.refusal(call.metadata);
    if (refused) return void call.emit('error', refused);
    const options = call.request.getOptions()!;
    const bytes = call as unknown as Call;
    if (options.hasSubscription())
      return subscribe(node, bytes, { from: subscribedFrom(node, options), matches: filterOf(options) });
    const events = options.hasAll() ? allEvents(node, options) : streamEvents(node, options, bytes);
    if (events) void write(bytes, events);
  };

/** Waits for the reader: a paused one costs the server nothing but a place in the log. */
async function write(call: Call, events: Iterable<StoredEvent>): Promise<void> {
  for (const event of events) {
    if (call.cancelled || call.destroyed) return;
    if (!call.write(wireOf(event))) await drained(call);
  }
  call.end();
}

const filterOf = (options: ReadReq.Options): Filter => {
  const filter = options.getFilter();
  if (!filter) return { matches: () => true, checkpointEvery: Number.POSITIVE_INFINITY };
  const expression = filter.hasStreamIdentifier() ? filter.getStreamIdentifier()! : filter.getEventType()!;
  const [prefixes, regex] = [expression.getPrefixList(), new RegExp(expression.getRegex())];
  const fits = (text: string): boolean =>
    prefixes.length > 0 ? prefixes.some((one) => text.startsWith(one)) : regex.test(text);
  return {
    matches: ({ stream, type }) => fits(filter.hasStreamIdentifier() ? stream : type),
    checkpointEvery: Math.max(1, filter.getCheckpointintervalmultiplier()) * (filter.hasMax() ? filter.getMax() : 32),
  };
};

function* allEvents({ cluster: { log } }: Member, options: ReadReq.Options): Iterable<StoredEvent> {
  const from = options.getAll()!;
  const { matches } = filterOf(options);
  const back = Number(options.getReadDirection()) === backwards;
  let left = Number(options.getCount());
  // Forwards the event at the position is given, backwards reading begins before it.
  let index = startOf(log, from) - (back ? 1 : 0);
  for (; left > 0 && index >= 0 && index < log.all.length; index += back ? -1 : 1) {
    const event = log.all[index]!;
    if (!matches(event)) continue;
    left--;
    yield event;
  }
}

function startOf(log: Log, from: ReadReq.Options.AllOptions): number {
  if (from.hasPosition()) return log.indexFrom(Number(from.getPosition()!.getCommitPosition()));
  return from.hasEnd() ? log.all.length : 0;
}

function streamEvents(
  { cluster: { log } }: Member,
  options: ReadReq.Options,
  call: Call,
): Iterable<StoredEvent> | undefined {
  const from = options.getStream()!;
  const name = textOf(from.getStreamIdentifier()!.getStreamName_asU8());
  const stream = log.streamOf(name);
  if (stream?.tombstoned) return void call.emit('error', streamDeleted(name));
  if (!stream || stream.softDeleted || stream.events.length === 0) {
    const missing = new pb.ReadResp.StreamNotFound();
    missing.setStreamIdentifier(streamIdentifier(name));
    const answer = new pb.ReadResp();
    answer.setStreamNotFound(missing);
    call.write(Buffer.from(answer.serializeBinary()));
    return void call.end();
  }
  return pageOf(stream, options);
}

function* pageOf(stream: NonNullable<ReturnType<Log['streamOf']>>, options: ReadReq.Options): Iterable<StoredEvent> {
  const from = options.getStream()!;
  const back = Number(options.getReadDirection()) === backwards;
  const { events, truncateBefore } = stream;
  const asked = from.hasRevision() ? Number(from.getRevision()) : from.hasEnd() ? events.length - 1 : 0;
  let left = Number(options.getCount());
  let revision = back ? Math.min(asked, events.length - 1) : Math.max(asked, truncateBefore);
  for (; left > 0 && revision >= truncateBefore && revision < events.length; left--) {
    yield events[revision]!;
    revision += back ? -1 : 1;
  }
}

/** Behind the position, exclusive; a number of events at the end. */
function subscribedFrom({ cluster: { log } }: Member, options: ReadReq.Options): number {
  const all = options.getAll()!;
  if (all.hasPosition()) return log.indexFrom(Number(all.getPosition()!.getCommitPosition()) + 1);
  return all.hasEnd() ? log.all.length : 0;
}
