import { ConflictPersists, Refused, type Receipt } from '#libs/event-store/ledger';
import { AppendOutcomeUnknown, StoreOverloaded, StoreUnavailable } from '#libs/event-store/port';
import type { Processes } from './processes.js';
import type { World } from './simulation.js';
import type { Asked } from './workload.js';

/** What the callers of one command were told, each of those who sent it. */
export interface Outcome {
  readonly asked: Asked;
  readonly receipts: readonly Receipt[];
  readonly refusals: readonly string[];
}

const triesMost = 60;
const worthAnotherTry = [AppendOutcomeUnknown, StoreUnavailable, StoreOverloaded, ConflictPersists];

/** Callers who do as they are told: what has no answer is sent again with the same command id, to whichever process answers. */
export class Callers {
  readonly outcomes: Outcome[] = [];

  constructor(
    private readonly world: World,
    private readonly processes: Processes,
  ) {}

  /** Dealt to so many callers, each of whom waits for an answer before the next. */
  async ask(asked: readonly Asked[], callers: number): Promise<void> {
    const each = Array.from({ length: callers }, (_, i) => asked.filter((__, place) => place % callers === i));
    await Promise.all(each.map((own) => this.oneByOne(own)));
  }

  private async oneByOne(own: readonly Asked[]): Promise<void> {
    for (const asked of own) {
      const outcome = { asked, receipts: [] as Receipt[], refusals: [] as string[] };
      this.outcomes.push(outcome);
      if (asked.twice) this.world.faults.struck.twice += 1;
      await Promise.all(Array.from({ length: asked.twice ? 2 : 1 }, () => this.untilAnswered(asked, outcome)));
    }
  }

  private async untilAnswered(
    asked: Asked,
    outcome: { readonly receipts: Receipt[]; readonly refusals: string[] },
  ): Promise<void> {
    const { scheduler, onFault } = this.world;
    const what = `${asked.command.type} ${asked.context.commandId.slice(-3)}`;
    for (let tries = 0; tries < triesMost; tries++) {
      await scheduler.gate(`caller sends ${what}`, null);
      const receipt = await this.send(asked, (refusal) => outcome.refusals.push(refusal));
      scheduler.note(`  ${what}: ${typeof receipt === 'string' ? receipt : `stored @${receipt.revision}`}`);
      if (receipt === 'refused') return;
      if (receipt === 'no answer') continue;
      outcome.receipts.push(receipt);
      await this.checkAtOnce(receipt);
      return;
    }
    onFault(`${what} did not get through in ${triesMost} tries`);
  }

  private async send(
    { command, context }: Asked,
    onRefused: (refusal: string) => void,
  ): Promise<Receipt | 'refused' | 'no answer'> {
    const process = this.processes.any();
    const performed = process.member.perform(command, context);
    // Whoever died answers no more, and what it threw in dying is nobody's.
    performed.catch(() => undefined);
    try {
      const answer = await Promise.race([performed, process.died]);
      return answer === 'died' ? 'no answer' : answer;
    } catch (error) {
      if (error instanceof Refused) {
        onRefused(error.refusal.refused);
        return 'refused';
      }
      if (!worthAnotherTry.some((kind) => error instanceof kind))
        this.world.onFault(`${command.type} failed: ${(error as Error).stack}`);
      return 'no answer';
    }
  }

  /** The promise holds from the moment it is given. */
  private async checkAtOnce({ stream, revision, position }: Receipt): Promise<void> {
    for await (const entry of this.world.inner.readStream(stream, { from: revision, limit: 1 }))
      if (entry.position === position) return;
    this.world.onFault(`acknowledged and not in the log: ${stream} revision ${revision}`);
  }
}
