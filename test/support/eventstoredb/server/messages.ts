import pb from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import { Metadata, status, type ServerErrorResponse, type StatusObject } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Appended, StoredEvent } from './log.js';

// The generated modules define their exports at run time: as CommonJS they have a default, and names for types only.
export { pb, shared };

type Fault = Partial<StatusObject> & ServerErrorResponse;

const faultOf = (code: status, details: string, trailers: Readonly<Record<string, string>>): Fault => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

export const notLeader = (host: string, port: number): Fault =>
  faultOf(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
export const streamDeleted = (stream: string): Fault =>
  faultOf(status.FAILED_PRECONDITION, 'Event stream is deleted.', {
    exception: 'stream-deleted',
    'stream-name': encodeURIComponent(stream),
  });
export const tooLarge = (limit: number): Fault =>
  faultOf(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
export const accessDenied = (): Fault =>
  faultOf(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const consumerTooSlow = (): Fault => faultOf(status.ABORTED, 'Operation timed out: consumer too slow', {});

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

export const streamIdentifier = (stream: string): shared.StreamIdentifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
};

/** The answer that carries an event, as bytes. */
export function wireOf(stored: StoredEvent): Buffer {
  if (stored.wire) return stored.wire;
  const recorded = new pb.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(stored.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(streamIdentifier(stored.stream));
  recorded.setStreamRevision(String(stored.revision));
  recorded.setCommitPosition(String(stored.position));
  recorded.setPreparePosition(String(stored.position));
  recorded
    .getMetadataMap()
    .set('type', stored.type)
    .set('content-type', stored.contentType)
    .set('created', stored.createdTicks);
  recorded.setData(stored.data);
  recorded.setCustomMetadata(stored.metadata);
  const event = new pb.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(stored.position));
  const answer = new pb.ReadResp();
  answer.setEvent(event);
  stored.wire = Buffer.from(answer.serializeBinary());
  return stored.wire;
}

/** google.rpc.Status of a batch, with the reason packed as the client unpacks it. */
export function batchFault(appended: Appended): statusPb.Status {
  const answer = new statusPb.Status();
  const details = new anyPb.Any();
  if (appended.kind === 'wrong') {
    const reason = new shared.WrongExpectedVersion();
    if (appended.actual < 0) reason.setCurrentNoStream(new emptyPb.Empty());
    else reason.setCurrentStreamRevision(String(appended.actual));
    details.pack(reason.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  } else if (appended.kind === 'too_large') {
    const reason = new shared.MaximumAppendSizeExceeded();
    reason.setMaxappendsize(appended.limit);
    details.pack(reason.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded');
  } else if (appended.kind === 'deleted') {
    details.pack(new shared.StreamDeleted().serializeBinary(), 'event_store.client.StreamDeleted');
  }
  answer.setMessage(appended.kind);
  answer.setDetails(details);
  return answer;
}

/** A follower says in a batch that it is none, without naming the leader. */
export function batchNotLeader(): statusPb.Status {
  const answer = new statusPb.Status();
  const details = new anyPb.Any();
  details.pack(new emptyPb.Empty().serializeBinary(), 'google.protobuf.Empty');
  answer.setMessage('not leader');
  answer.setDetails(details);
  return answer;
}
