import { App } from 'antd';
import { useRef, useState } from 'react';
import { queries } from '../../api/client.js';
import type { Receipt } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { problemFrom } from '../../api/problem.js';
import { approve, type Basis } from './decide.js';
import type { Item, PersonItem } from './item.js';

export interface Outcome {
  readonly item: Item;
  readonly position: string | null;
  /** Why not. */
  readonly fault: string | null;
}

export interface Deciding {
  readonly isBusy: boolean;
  readonly outcomes: readonly Outcome[] | null;
  /** Says yes to one after the other; what the rules refuse stays and says why. */
  readonly approveAll: (items: readonly PersonItem[], basis: Basis) => Promise<void>;
  /** Another decision about an item; each `what` has a key of its own, so that to return and to decline are two acts. */
  readonly decide: (item: Item, what: string, act: Act) => Promise<boolean>;
  readonly forget: () => void;
}

type Act = (key: string) => Promise<Receipt>;

async function outcomeOf(item: Item, act: Act, key: string): Promise<Outcome> {
  try {
    const { position } = await act(key);
    return { item, position, fault: null };
  } catch (error) {
    const { title, detail } = problemFrom(error);
    return { item, position: null, fault: detail ?? title };
  }
}

/**
 * One key for each item and what is done with it, until it is recorded: two presses are one act, and what comes back (an
 * application that was returned and submitted again, an entry that was attested and is now held) is decided anew.
 */
function useOutcomes(): (item: Item, what: string, act: Act) => Promise<Outcome> {
  const keys = useRef(new Map<string, string>());
  return async (item, what, act) => {
    const name = `${what} ${item.key} ${'state' in item.of ? item.of.state : ''}`;
    const key = keys.current.get(name) ?? newId();
    keys.current.set(name, key);
    const outcome = await outcomeOf(item, act, key);
    if (outcome.fault === null) keys.current.delete(name);
    return outcome;
  };
}

/** Does one thing at a time; what comes meanwhile is not done. */
function useAtOnce(): [boolean, <T>(work: () => Promise<T>) => Promise<T | undefined>] {
  const busy = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const atOnce = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setBusy(true);
    try {
      return await work();
    } finally {
      busy.current = false;
      setBusy(false);
    }
  };
  return [isBusy, atOnce];
}

/**
 * What was recorded and may still be shown: a second press on it does nothing, while the next one is decided at once,
 * without waiting until every list was asked again.
 */
function useRecorded(): {
  readonly isRecorded: (item: Item) => boolean;
  readonly note: (outcome: Outcome) => void;
  readonly showAnew: () => void;
} {
  const recorded = useRef(new Set<string>());
  const asked = useRef(0);
  const askAgain = async (): Promise<void> => {
    const mine = (asked.current += 1);
    await queries.invalidateQueries();
    // An asking that another one has taken the place of ends early.
    if (mine === asked.current) recorded.current.clear();
  };
  return {
    isRecorded: ({ key }) => recorded.current.has(key),
    note: ({ item, fault }) => {
      if (fault === null) recorded.current.add(item.key);
    },
    showAnew: () => void askAgain(),
  };
}

/** Decisions of the inbox, and what came of them. */
export function useDeciding(): Deciding {
  const outcomeUnderKey = useOutcomes();
  const [isBusy, atOnce] = useAtOnce();
  const { isRecorded, note, showAnew } = useRecorded();
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const { message } = App.useApp();
  const tell = ({ item, fault, position }: Outcome): void => {
    if (fault) void message.error(`${item.name}：${fault}`);
    else void message.success(`${item.name}：已记入台账，位置 ${position}`);
  };
  const done = async (item: Item, what: string, act: Act): Promise<Outcome> => {
    const outcome = await outcomeUnderKey(item, what, act);
    note(outcome);
    return outcome;
  };
  const approveAll = async (items: readonly PersonItem[], basis: Basis): Promise<void> => {
    await atOnce(async () => {
      const made: Outcome[] = [];
      for (const item of items)
        if (!isRecorded(item)) made.push(await done(item, 'approve', (key) => approve(item, basis, key)));
      if (made.length > 1) setOutcomes(made);
      else made.forEach(tell);
      if (made.length > 0) showAnew();
    });
  };
  const decide = async (item: Item, what: string, act: Act): Promise<boolean> => {
    const outcome = isRecorded(item) ? undefined : await atOnce(() => done(item, what, act));
    if (!outcome) return false;
    tell(outcome);
    showAnew();
    return outcome.fault === null;
  };
  return { isBusy, outcomes, approveAll, decide, forget: () => setOutcomes(null) };
}
