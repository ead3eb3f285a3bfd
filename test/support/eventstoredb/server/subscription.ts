import type { EventEmitter } from 'node:events';
import type { StoredEvent } from './log.js';
import { consumerTooSlow, pb, wireOf } from './messages.js';
import type { Member } from './member.js';

/** A call whose answers are handed over as bytes. */
export interface Call extends EventEmitter {
  readonly cancelled: boolean;
  readonly destroyed: boolean;
  write(bytes: Buffer): boolean;
  end(): void;
}

export interface Filter {
  readonly matches: (event: StoredEvent) => boolean;
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number;
}

const wakes = ['drain', 'cancelled', 'close'] as const;

/** Until the reader takes more, or is gone. */
export const drained = (call: Call): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      for (const wake of wakes) call.off(wake, done);
      resolve();
    };
    for (const wake of wakes) call.on(wake, done);
  });

/** A subscription to $all: confirmation, history, caught up, what comes; checkpoints on the way when it is filtered. */
export function subscribe(node: Member, call: Call, from: { readonly from: number; readonly matches: Filter }): void {
  const { log, faults } = node.cluster;
  const { matches, checkpointEvery } = from.matches;
  let index = from.from;
  let looked = 0;
  let caughtUp = false;
  let busy = false;
  const over = (): boolean => call.cancelled || call.destroyed;

  const send = (event: StoredEvent): Promise<void> | undefined => {
    if (faults.slowConsumer === 'fell_behind') {
      call.write(told((answer) => answer.setFellBehind(new pb.ReadResp.FellBehind())));
      caughtUp = false;
    }
    if (faults.slowConsumer === 'dropped') {
      faults.slowConsumer = 'no';
      call.emit('error', consumerTooSlow());
      return;
    }
    faults.slowConsumer = 'no';
    if (call.write(wireOf(event))) return;
    return drained(call);
  };

  const stands = (): boolean => over() || faults.silent;
  const pump = async (): Promise<void> => {
    if (busy || stands()) return;
    busy = true;
    for (; index < log.all.length && !stands(); index++) {
      const event = log.all[index]!;
      if (matches(event)) await send(event);
      if (++looked % checkpointEvery === 0) call.write(checkpointAt(event));
    }
    busy = false;
    if (!stands() && !caughtUp) {
      caughtUp = true;
      call.write(told((answer) => answer.setCaughtUp(new pb.ReadResp.CaughtUp())));
    }
  };

  const stop = log.watchers.add(() => void pump());
  for (const end of ['cancelled', 'close', 'error', 'finish']) call.on(end, stop);
  call.write(told((answer) => answer.setConfirmation(new pb.ReadResp.SubscriptionConfirmation())));
  void pump();
}

const told = (say: (answer: InstanceType<typeof pb.ReadResp>) => unknown): Buffer => {
  const answer = new pb.ReadResp();
  say(answer);
  return Buffer.from(answer.serializeBinary());
};

const checkpointAt = ({ position }: StoredEvent): Buffer =>
  told((answer) => {
    const checkpoint = new pb.ReadResp.Checkpoint();
    checkpoint.setCommitPosition(String(position));
    checkpoint.setPreparePosition(String(position));
    answer.setCheckpoint(checkpoint);
  });
