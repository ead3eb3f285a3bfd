import { App } from 'antd';
import { useRef, useState } from 'react';
import { queries } from '../../api/client.js';
import type { Receipt } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { problemFrom } from '../../api/problem.js';
import { approve, type Basis, type Item } from './item.js';

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
  readonly approveAll: (items: readonly Item[], basis: Basis) => Promise<void>;
  /** Another decision about an item, under a key of its own. */
  readonly decide: (item: Item, act: Act) => Promise<boolean>;
  readonly forget: () => void;
}

type Act = (key: string) => Promise<Receipt>;
type What = 'approve' | 'decide';

async function outcomeOf(item: Item, act: Act, key: string): Promise<Outcome> {
  try {
    const { position } = await act(key);
    return { item, position, fault: null };
  } catch (error) {
    const { title, detail } = problemFrom(error);
    return { item, position: null, fault: detail ?? title };
  }
}

/** One key for each item until it is decided: two presses are one act. */
function useKeysOfItems(): (item: Item, what: What) => string {
  const keys = useRef(new Map<string, string>());
  return (item, what) => {
    const name = `${what} ${item.key}`;
    const key = keys.current.get(name) ?? newId();
    keys.current.set(name, key);
    return key;
  };
}

/** Does one thing at a time and shows everything anew afterwards; what comes meanwhile is not done. */
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
      await queries.invalidateQueries();
      busy.current = false;
      setBusy(false);
    }
  };
  return [isBusy, atOnce];
}

/** Decisions of the inbox, and what came of them. */
export function useDeciding(): Deciding {
  const keyOf = useKeysOfItems();
  const [isBusy, atOnce] = useAtOnce();
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const { message } = App.useApp();
  const tell = ({ item, fault, position }: Outcome): void => {
    if (fault) void message.error(`${item.name}：${fault}`);
    else void message.success(`${item.name}：已记入台账，位置 ${position}`);
  };
  const approveAll = async (items: readonly Item[], basis: Basis): Promise<void> => {
    await atOnce(async () => {
      const made: Outcome[] = [];
      for (const item of items)
        made.push(await outcomeOf(item, (key) => approve(item, basis, key), keyOf(item, 'approve')));
      if (made.length > 1) setOutcomes(made);
      else made.forEach(tell);
    });
  };
  const decide = async (item: Item, act: Act): Promise<boolean> => {
    const outcome = await atOnce(() => outcomeOf(item, act, keyOf(item, 'decide')));
    if (outcome) tell(outcome);
    return outcome?.fault === null;
  };
  return { isBusy, outcomes, approveAll, decide, forget: () => setOutcomes(null) };
}
