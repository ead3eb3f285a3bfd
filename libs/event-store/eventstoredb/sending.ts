import { randomUUID } from 'node:crypto';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { Connection } from './connection.js';
import { positionOf } from './positions.js';
import { batchRequest, singleRequests, type ExactAppend } from './requests.js';
import type { Position } from '../port.js';

/** What the server said. Whatever else comes of a try leaves open whether it was stored. */
export type Said =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: Position | undefined }
  | { readonly kind: 'wrong'; readonly actual: number }
  | { readonly kind: 'destroyed' }
  | { readonly kind: 'too_large'; readonly limit: number }
  | { readonly kind: 'denied' }
  /** Not known here: a follower answers so, and a node that is not ready. */
  | { readonly kind: 'other'; readonly text: string };

class NoAnswer extends Error {}

interface Waiting {
  readonly resolve: (said: Said) => void;
  readonly reject: (error: Error) => void;
}

const actualOf = (stands: boolean, revision: string): number => (stands ? Number(revision) : -1);

interface Success {
  getCurrentRevision(): string;
  getPosition(): { getCommitPosition(): string; getPreparePosition(): string } | undefined;
}

function storedOf(success: Success): Said {
  const at = success.getPosition();
  const position = at && positionOf({ commit: at.getCommitPosition(), prepare: at.getPreparePosition() });
  return { kind: 'stored', revision: Number(success.getCurrentRevision()), position };
}

/** What a batch packs as the reason, by the name of its type. */
const reasons: Readonly<Record<string, (packed: Uint8Array) => Said>> = {
  WrongExpectedVersion: (packed) => {
    const wrong = shared.WrongExpectedVersion.deserializeBinary(packed);
    return { kind: 'wrong', actual: actualOf(wrong.hasCurrentStreamRevision(), wrong.getCurrentStreamRevision()) };
  },
  MaximumAppendSizeExceeded: (packed) => ({
    kind: 'too_large',
    limit: shared.MaximumAppendSizeExceeded.deserializeBinary(packed).getMaxappendsize(),
  }),
  StreamDeleted: () => ({ kind: 'destroyed' }),
  AccessDenied: () => ({ kind: 'denied' }),
};

function saidOfBatch(answer: BatchAppendResp): Said {
  const success = answer.getSuccess();
  if (success) return storedOf(success);
  const error = answer.getError();
  const details = error?.getDetails();
  const reason = reasons[details?.getTypeName().replace('event_store.client.', '') ?? ''];
  return details && reason ? reason(details.getValue_asU8()) : { kind: 'other', text: error?.getMessage() ?? '' };
}

function saidOfSingle(answer: AppendResp): Said {
  const [success, wrong] = [answer.getSuccess(), answer.getWrongExpectedVersion()];
  if (success) return storedOf(success);
  if (!wrong) return { kind: 'other', text: 'an empty answer' };
  return { kind: 'wrong', actual: actualOf(wrong.hasCurrentRevision(), wrong.getCurrentRevision()) };
}

/** One long stream of appends to one node; when it breaks, nobody knows of those that are under way. */
class Batches {
  private readonly waiting = new Map<string, Waiting>();
  readonly broken: Promise<Error>;

  constructor(private readonly call: ClientDuplexStream<BatchAppendReq, BatchAppendResp>) {
    call.on('data', (answer: BatchAppendResp) => {
      const id = answer.getCorrelationId()!.getString();
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      // Who asked may have gone: the answer came too late.
      one?.resolve(saidOfBatch(answer));
    });
    this.broken = new Promise((resolve) => {
      call.on('error', resolve);
      call.on('end', () => resolve(new Error('the stream of appends ended')));
    });
    void this.broken.then((error) => {
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    });
  }

  send(append: ExactAppend, milliseconds: number): Promise<Said> {
    const id = randomUUID();
    return new Promise<Said>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new NoAnswer('no answer in time'));
      }, milliseconds);
      const done = (): void => clearTimeout(timer);
      this.waiting.set(id, {
        resolve: (said) => (done(), resolve(said)),
        reject: (error) => (done(), reject(error)),
      });
      this.call.write(batchRequest(id, append));
    });
  }

  close(): void {
    this.call.cancel();
  }
}

/** Brings one append to the leader and its answer back, over whichever way the node takes. Rejects when nobody knows. */
export class Sender {
  private open: { readonly client: StreamsClient; readonly batches: Batches } | undefined;

  constructor(private readonly connection: Connection) {}

  /** `milliseconds`: how long the answer is waited for. */
  async send(append: ExactAppend, milliseconds: number): Promise<Said> {
    const client = await this.connection.client();
    try {
      const said = (await this.connection.takesBatches(client, milliseconds))
        ? await this.batchesOf(client).send(append, milliseconds)
        : await this.single(client, append, milliseconds);
      if (said.kind === 'other') await this.connection.leave(client);
      return said;
    } catch (error) {
      // Whoever does not answer is left: what is under way there is asked again elsewhere.
      if (error instanceof NoAnswer) await this.connection.leave(client);
      throw await this.connection.failed(client, error);
    }
  }

  close(): void {
    this.open?.batches.close();
  }

  private batchesOf(client: StreamsClient): Batches {
    if (this.open?.client === client) return this.open.batches;
    // The client has gone to another node: what the old one still owes is asked of the new one.
    this.open?.batches.close();
    const batches = new Batches(client.batchAppend(...this.connection.arguments(Infinity, true)));
    this.open = { client, batches };
    void batches.broken.then((error) => {
      if (this.open?.batches === batches) this.open = undefined;
      void this.connection.failed(client, error);
    });
    return batches;
  }

  private single(client: StreamsClient, append: ExactAppend, milliseconds: number): Promise<Said> {
    return new Promise((resolve, reject) => {
      const call = client.append(...this.connection.arguments(milliseconds, true), (error, answer) =>
        error ? reject(error) : resolve(saidOfSingle(answer)),
      );
      call.on('error', reject);
      for (const request of singleRequests(append)) call.write(request);
      call.end();
    });
  }
}
