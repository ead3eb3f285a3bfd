import {
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  StreamDeletedError,
  UnavailableError,
} from '@eventstore/db-client';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { StoreUnavailable, StreamDestroyed, type StoredEntry } from '../port.js';
import type { Connection } from './connection.js';
import { positionOf } from './positions.js';

const noPosition = '18446744073709551615';
const pauseMillisecondsMin = 50;
const pauseMillisecondsMax = 1_000;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
export const pauseAfter = (tries: number): number =>
  Math.min(pauseMillisecondsMin * 2 ** (tries - 1), pauseMillisecondsMax);

/** Another node, or the same one a little later, may answer. */
const passes = (error: Error): boolean =>
  [UnavailableError, NotLeaderError, CancelledError].some((kind) => error instanceof kind) ||
  /discover/.test(error.message);

const bytesOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** Throws StoreUnavailable for a server that does not say where an entry of a stream stands. */
export function entryOf(recorded: ReadResp.ReadEvent.RecordedEvent, prefix: string): StoredEntry {
  const [commit, prepare] = [recorded.getCommitPosition(), recorded.getPreparePosition()];
  if (commit === noPosition)
    throw new StoreUnavailable('EventStoreDB 22.10 or later is needed: no positions in streams');
  return {
    position: positionOf({ commit, prepare }),
    stream: bytesOf(recorded.getStreamIdentifier()!.getStreamName_asU8()).slice(prefix.length),
    revision: Number(recorded.getStreamRevision()),
    id: recorded.getId()!.getString(),
    type: recorded.getMetadataMap().get('type') ?? '',
    text: bytesOf(recorded.getData_asU8()),
  };
}

/** Reads with a deadline; asks again, of another node where there is one, as long as the deadline allows. */
export class Reader {
  constructor(
    private readonly prefix: string,
    private readonly deadlineMilliseconds: number,
  ) {}

  /** `leader`: nothing that a lagging follower would not know yet. Throws StoreUnavailable, StreamDestroyed. */
  async read(connection: Connection, request: ReadReq, { leader }: { leader: boolean }): Promise<StoredEntry[]> {
    const end = performance.now() + this.deadlineMilliseconds;
    for (let tries = 1; ; tries++) {
      try {
        return await this.tried(connection, request, { leader, milliseconds: end - performance.now() });
      } catch (error) {
        if (error instanceof StreamDeletedError) throw new StreamDestroyed(error.streamName, 'deleted');
        const wait = pauseAfter(tries);
        const again = passes(error as Error) && performance.now() + wait < end;
        if (!again) throw unavailable(error as Error);
        await pause(wait);
      }
    }
  }

  private async tried(
    connection: Connection,
    request: ReadReq,
    { leader, milliseconds }: { leader: boolean; milliseconds: number },
  ): Promise<StoredEntry[]> {
    const client = await connection.client();
    const recorded: ReadResp.ReadEvent.RecordedEvent[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        const call = client.read(request, ...connection.arguments(milliseconds, leader));
        call.on('data', (answer: ReadResp) => {
          const event = answer.getEvent()?.getEvent();
          if (event) recorded.push(event);
        });
        call.on('error', reject);
        call.on('end', resolve);
      });
    } catch (error) {
      throw await connection.failed(client, error);
    }
    return recorded.map((one) => entryOf(one, this.prefix));
  }
}

export const unavailable = (error: Error): StoreUnavailable =>
  error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable(
        `EventStoreDB: ${error instanceof DeadlineExceededError ? 'no answer in time' : error.message || error.name}`,
        { cause: error },
      );
