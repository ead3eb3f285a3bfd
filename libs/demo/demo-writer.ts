import { v5 as uuidv5 } from 'uuid';
import type { Actor } from '#libs/access/actor';
import type { AnyCommand } from '#libs/counter/counter';
import type { House } from '#libs/house/house';
import type { ActivityId, BatchId, CommandId, EvidenceId, Id } from '#libs/kernel/ids';
import type { DemoLogin } from './demo-accounts.js';
import { sheetOnPaper } from './demo-paper.js';

const demoNamespace = '0b0b9a55-8f0f-4d52-9a4c-6fd1a2f5d1f7';

type DataOf<T extends AnyCommand['type']> = Extract<AnyCommand, { type: T }>['data'];

/**
 * Gives the demo's commands through the counter like anybody else's. All ids come from the log's own name and a fixed word,
 * so that a repetition, also after a crash, finds its own receipts and writes nothing twice.
 */
export class DemoWriter {
  private readonly namespace: string;

  constructor(
    private readonly house: Pick<House, 'counter' | 'store' | 'evidenceFiles'>,
    private readonly actors: ReadonlyMap<DemoLogin, Actor>,
  ) {
    this.namespace = namespaceOf(house);
  }

  id<T extends Id<string>>(name: string): T {
    return uuidv5(name, this.namespace) as T;
  }

  /** `name` tells this act from every other of its type. */
  async give<T extends AnyCommand['type']>(by: DemoLogin, type: T, data: DataOf<T>, name: string): Promise<void> {
    const actor = this.actors.get(by);
    if (!actor) throw new Error(`no demo account ${by}`);
    await this.house.counter.submit(actor, { type, data } as AnyCommand, {
      commandId: this.id(`${type} ${name}`) as unknown as CommandId,
      // A year that never was is brought in like a pile of old sheets.
      batch: this.id<BatchId>('the demo'),
    });
  }

  /** The paper sheet of an activity: kept, then named as its evidence (F-06). */
  async sheet(by: DemoLogin, activityId: ActivityId, key: string): Promise<EvidenceId> {
    const { sha256 } = await this.house.evidenceFiles.keep(sheetOnPaper(key));
    const evidenceId = this.id<EvidenceId>(`sheet ${key}`);
    await this.give(by, 'AddEvidence', { activityId, evidenceId, evidenceKind: 'SIGN_IN_SHEET', sha256 }, key);
    return evidenceId;
  }
}

/** Everything of the demo in this log is named under it. */
export const namespaceOf = ({ store }: Pick<House, 'store'>): string => uuidv5(store.log, demoNamespace);

/** Runs `work` on all items, a few at a time: the log commits them together. */
export async function eachAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  atOnceMax = 8,
): Promise<void> {
  const waiting = items.values();
  const lane = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnceMax, items.length) }, lane));
}
