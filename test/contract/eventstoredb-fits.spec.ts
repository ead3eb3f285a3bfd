import { describe, expect, it } from '@jest/globals';
import {
  ANY,
  binaryEvent,
  EventStoreDBClient,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  UnavailableError,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type Position as EventStorePosition,
} from '@eventstore/db-client';
import type { ExpectedRevision, Position } from '#libs/event-store/port';

/** The port is shaped so that EventStoreDB fits behind it; the adapter itself is to come. What it will need is held here. */
const expectedOf = (expected: ExpectedRevision): AppendExpectedRevision =>
  typeof expected === 'number'
    ? BigInt(expected)
    : ({ no_stream: NO_STREAM, stream_exists: STREAM_EXISTS, any: ANY } as const)[expected];

const positionOf = ({ commit, prepare }: EventStorePosition): Position => `${commit}:${prepare}` as Position;

const eventStorePosition = (position: Position): EventStorePosition => {
  const [commit = '', prepare = ''] = position.split(':');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

describe('EventStoreDB behind the port', () => {
  it('takes every expected revision, the exact ones as bigint', () => {
    expect((['no_stream', 'stream_exists', 'any', 0, 41] as const).map(expectedOf)).toEqual([
      NO_STREAM,
      STREAM_EXISTS,
      ANY,
      0n,
      41n,
    ]);
  });

  it('has positions that an opaque text carries there and back', () => {
    const position = { commit: 9_007_199_254_740_993n, prepare: 9_007_199_254_740_992n };
    expect(eventStorePosition(positionOf(position))).toEqual(position);
    expect(START).toBe('start');
  });

  it('keeps the exact bytes of an entry, because it is given as binary data', () => {
    const text = '{"data":{"note":"𠮷䶮"},"v":1}';
    const { data, contentType } = binaryEvent({
      id: '11111111-1111-4111-8111-111111111111',
      type: 'ServiceHoursCredited',
      data: Buffer.from(text),
    });
    expect(Buffer.from(data).toString()).toBe(text);
    expect(contentType).toBe('application/octet-stream');
  });

  it('says a conflict apart from an outcome that nobody knows, over a real socket', async () => {
    const client = EventStoreDBClient.connectionString(
      'esdb://127.0.0.1:1?tls=false&maxDiscoverAttempts=1&defaultDeadline=2000',
    );
    const append = client.appendToStream(
      'volunteer-1',
      binaryEvent({ type: 'ApplicationSubmitted', data: Buffer.from('{}') }),
      { expectedRevision: expectedOf('no_stream') },
    );
    const error = await append.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(WrongExpectedVersionError);
    expect(error instanceof UnavailableError || (error as { code?: number }).code === 14).toBe(true);
    await client.dispose();
  });
});
