import { LetterDelayed, LetterRefused, type Letter, type Sink } from '#libs/outbox/sink';
import type { FaultSource } from './faults.js';
import type { Scheduler } from './scheduler.js';

/** Who is written to: keeps what arrives, whatever the sender hears of it. */
export class Outside {
  /** Every delivery, in the order in which they arrived. */
  readonly received: Letter[] = [];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly faults: FaultSource,
  ) {}

  /** The channel of one process. */
  sink(name: string, owner: object): Sink {
    return { deliver: (letter) => this.deliver(letter, name, owner) };
  }

  private async deliver(letter: Letter, name: string, owner: object): Promise<void> {
    const what = `${name} letter ${letter.type} at ${letter.position}`;
    const fate = this.faults.fate('refused', 'unwanted', 'late', 'deaf');
    await this.scheduler.gate(`${what} (${fate})`, owner);
    if (fate === 'refused') throw new LetterDelayed('HTTP 503');
    if (fate === 'unwanted') throw new LetterRefused('HTTP 410');
    if (fate === 'late') {
      // On the wire already: it arrives even when nobody waits for the answer.
      void this.scheduler.gate(`${what} arrives late`, null).then(() => this.received.push(letter));
      throw new LetterDelayed('no answer in time');
    }
    this.received.push(letter);
    if (fate === 'dies') return this.faults.die(owner);
    if (fate === 'deaf') throw new Error('connection lost');
    await this.scheduler.gate(`${what} is answered`, owner);
  }
}
