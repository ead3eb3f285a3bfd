/** What goes wrong on the next occasions; told over the channel to the parent process. */
export interface Faults {
  /** So many appends are lost with their connection before they are stored. */
  cutBeforeStore: number;
  /** So many are stored, and the connection breaks before the answer. */
  cutAfterStore: number;
  /** So many are stored and never answered; the connection stays. */
  droppedReply: number;
  /** Nothing is answered at all, and nothing refused. */
  silent: boolean;
  /** So many calls are answered as by a follower, whatever this node is. */
  notLeader: number;
  /** To the next event of a subscription: told that it fell behind (24.2 and later), or dropped (before). */
  slowConsumer: 'no' | 'fell_behind' | 'dropped';
  /** Milliseconds before an append is taken up. */
  appendDelay: number;
}

export const noFaults = (): Faults => ({
  cutBeforeStore: 0,
  cutAfterStore: 0,
  droppedReply: 0,
  silent: false,
  notLeader: 0,
  slowConsumer: 'no',
  appendDelay: 0,
});

type Counted = 'cutBeforeStore' | 'cutAfterStore' | 'droppedReply' | 'notLeader';

/** Whether this occasion is one of those; takes one off. */
export function happens(faults: Faults, which: Counted): boolean {
  if (faults[which] === 0) return false;
  faults[which]--;
  return true;
}
