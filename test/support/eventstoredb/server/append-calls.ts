import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { happens } from './faults.js';
import type { Appended, Expected, NewEvent } from './log.js';
import { batchFault, batchNotLeader, pb, shared, streamDeleted, textOf, tooLarge } from './messages.js';
import type { Member } from './member.js';

type Proposed = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

const eventOf = (message: Proposed): NewEvent => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

interface Asked {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
}

/** Stores, or does what is to go wrong. Undefined: the caller is not answered. */
async function stored(node: Member, { stream, expected, events }: Asked): Promise<Appended | undefined> {
  const { faults, log } = node.cluster;
  if (faults.silent) return undefined;
  if (faults.appendDelay > 0) await new Promise((resolve) => setTimeout(resolve, faults.appendDelay));
  if (happens(faults, 'cutBeforeStore')) {
    await node.cut();
    return undefined;
  }
  const appended = log.append(stream, expected, events);
  if (happens(faults, 'cutAfterStore')) {
    await node.cut();
    return undefined;
  }
  return happens(faults, 'droppedReply') ? undefined : appended;
}

/** `Streams/Append`: options first, then one message for each event. */
export const append =
  (node: Member) =>
  (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    const events: NewEvent[] = [];
    let options: AppendReq.Options | undefined;
    call.on('data', (request: AppendReq) => {
      if (request.hasOptions()) options = request.getOptions();
      else events.push(eventOf(request.getProposedMessage()!));
    });
    call.on('end', () => {
      const refused = node.refusal(call.metadata);
      if (refused) return answer(refused);
      const stream = textOf(options!.getStreamIdentifier()!.getStreamName_asU8());
      const expected = expectedOf(options!, () => options!.getRevision());
      void stored(node, { stream, expected, events }).then(
        (appended) => appended && answerTo(stream, appended, answer),
      );
    });
  };

function answerTo(stream: string, appended: Appended, answer: sendUnaryData<AppendResp>): void {
  if (appended.kind === 'deleted') return answer(streamDeleted(stream));
  if (appended.kind === 'too_large') return answer(tooLarge(appended.limit));
  const response = new pb.AppendResp();
  if (appended.kind === 'wrong') {
    const wrong = new pb.AppendResp.WrongExpectedVersion();
    if (appended.actual < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(appended.actual));
    response.setWrongExpectedVersion(wrong);
  } else {
    const success = new pb.AppendResp.Success();
    const position = new pb.AppendResp.Position();
    position.setCommitPosition(String(appended.position));
    position.setPreparePosition(String(appended.position));
    success.setCurrentRevision(String(appended.revision));
    success.setPosition(position);
    response.setSuccess(success);
  }
  answer(null, response);
}

const expectedOf = (
  options: { hasNoStream(): boolean; hasAny(): boolean; hasStreamExists(): boolean },
  revision: () => string,
): Expected => {
  if (options.hasNoStream()) return -1;
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : Number(revision());
};

interface Gathering {
  readonly options: BatchAppendReq.Options;
  readonly events: NewEvent[];
}

/** `Streams/BatchAppend`: one long stream; an append may come in pieces and is answered under its correlation id. */
export const batchAppend =
  (node: Member) =>
  (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const refused = node.refusal(call.metadata);
    // Where others answer with a status, a follower answers each append; see batchNotLeader.
    if (refused?.message === 'Access Denied') return void call.emit('error', refused);
    let follower = refused !== undefined;
    const gathering = new Map<string, Gathering>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!.getString();
      const gathered = gathering.get(id) ?? { options: request.getOptions()!, events: [] };
      gathered.events.push(...request.getProposedMessagesList().map(eventOf));
      gathering.set(id, gathered);
      if (!request.getIsFinal()) return;
      gathering.delete(id);
      follower ||= !node.isLeader && call.metadata.get('requires-leader').length > 0;
      const response = new pb.BatchAppendResp();
      response.setCorrelationId(request.getCorrelationId());
      response.setStreamIdentifier(gathered.options.getStreamIdentifier());
      if (follower) {
        response.setError(batchNotLeader());
        return void call.write(response);
      }
      void answerBatch(node, gathered, response).then(
        (answered) => answered && !call.destroyed && call.write(response),
      );
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };

async function answerBatch(node: Member, { options, events }: Gathering, response: BatchAppendResp): Promise<boolean> {
  const stream = textOf(options.getStreamIdentifier()!.getStreamName_asU8());
  const expected = expectedOf(options, () => options.getStreamPosition());
  const appended = await stored(node, { stream, expected, events });
  if (!appended) return false;
  if (appended.kind === 'stored' || appended.kind === 'idempotent') {
    const success = new pb.BatchAppendResp.Success();
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(appended.position));
    position.setPreparePosition(String(appended.position));
    success.setCurrentRevision(String(appended.revision));
    success.setPosition(position);
    response.setSuccess(success);
  } else response.setError(batchFault(appended));
  return true;
}
