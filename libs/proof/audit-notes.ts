import type { Faults } from './audit-report.js';
import { readCheckpoint, type Checkpoint } from './checkpoint.js';
import { NotANote, readNote } from './note.js';
import { openNote, type Opened, type Policy } from './policy.js';

/** A signed head that the log has to come to. */
export interface Expected {
  readonly size: number;
  readonly root: Buffer;
  readonly from: 'served' | 'held' | 'audited';
}

/** A head that a witness saw: entries before `size` were there at `seconds`, since 1970. */
export interface Seen {
  readonly size: number;
  readonly seconds: number;
}

export interface Notes {
  /** By size. */
  readonly expected: ReadonlyMap<number, readonly Expected[]>;
  readonly newest: { readonly checkpoint: Checkpoint; readonly opened: Opened } | undefined;
  /** Smallest size first. */
  readonly seen: readonly Seen[];
  readonly served: number;
  readonly heldOpened: number;
  readonly notesOpened: number;
}

export interface NotesAsked {
  readonly log: string;
  readonly policy: Policy;
  readonly served: readonly { readonly size: number; readonly note: string }[];
  readonly held: readonly string[];
  /** What an earlier audit found the log to be. */
  readonly audited?: Checkpoint | undefined;
  /** Seconds since 1970; 0 when the age does not matter. */
  readonly now: number;
  readonly ageSecondsMax: number;
}

/** The roots of all served heads are compared; of so many, evenly spread, the signatures are looked at too. */
const openedMax = 2_000;
const newestMax = 50;
/** A head without all its witnesses is no fault before somebody had time to ask them again. */
const witnessSecondsMax = 26 * 3_600;

/** The newest ones, and of the others as many as there is time for. */
const isLookedAt = (i: number, count: number): boolean =>
  i >= count - newestMax || (i + 1) % Math.max(1, Math.floor(count / openedMax)) === 0;

function earliest(opened: Opened | undefined): number | undefined {
  const seconds = opened ? [...opened.witnessed.values()] : [];
  return seconds.length > 0 ? Math.min(...seconds) : undefined;
}

/** Opens the heads that the ledger serves and those that the auditor holds, and tells what is wrong with them by themselves. */
export function openNotes(asked: NotesAsked, faults: Faults): Notes {
  return new Opening(asked, faults).run();
}

class Opening {
  private readonly expected = new Map<number, Expected[]>();
  private readonly seen: Seen[] = [];
  private notesOpened = 0;

  constructor(
    private readonly asked: NotesAsked,
    private readonly faults: Faults,
  ) {}

  run(): Notes {
    const { served, held, audited } = this.asked;
    const newest = this.openServed();
    const heldOpened = held.filter((note) => this.openHeld(note, served.at(-1)?.size ?? 0)).length;
    if (audited) this.expect({ size: audited.size, root: audited.root, from: 'audited' });
    const seen = this.seen.toSorted((a, b) => a.size - b.size);
    const { expected, notesOpened } = this;
    return { expected, newest, seen, served: served.length, heldOpened, notesOpened };
  }

  private openServed(): Notes['newest'] {
    const { served } = this.asked;
    if (served.length === 0) {
      this.faults.add('NO_CHECKPOINT', 'no head of this log was ever signed');
      return undefined;
    }
    let newest: Notes['newest'];
    let last: ReturnType<typeof openNote> | undefined;
    for (const [i, { size, note }] of served.entries()) {
      const read = this.read(note, `the signed head of ${size} entries`);
      if (!read || !this.fits(read.checkpoint, size)) continue;
      this.expect({ ...read.checkpoint, from: 'served' });
      if (!isLookedAt(i, served.length)) continue;
      const opened = this.open(read);
      if (i === served.length - 1) last = opened;
      if (typeof opened === 'object') newest = { checkpoint: read.checkpoint, opened };
    }
    this.judge(last, newest);
    return newest;
  }

  private read(note: string, name: string) {
    try {
      const signed = readNote(note);
      return { signed, checkpoint: readCheckpoint(signed.text) };
    } catch (error) {
      if (!(error instanceof NotANote)) throw error;
      const [, size = ''] = note.split('\n');
      this.faults.add(/^\d+$/.test(size) && !/^[1-9]/.test(size) ? 'SIZE' : 'NOTE', `${name}: ${error.message}`);
      return undefined;
    }
  }

  private fits({ origin, size }: Checkpoint, kept: number): boolean {
    if (size !== kept) this.faults.add('SIZE', `a head of ${size} entries is kept as one of ${kept}`);
    if (origin !== this.asked.log) this.faults.add('ORIGIN', `a head of ${origin}`, { n: kept - 1 });
    return size === kept && origin === this.asked.log;
  }

  private open({ signed, checkpoint }: NonNullable<ReturnType<Opening['read']>>): ReturnType<typeof openNote> {
    this.notesOpened++;
    const opened = openNote(signed, this.asked.policy);
    if (typeof opened === 'object')
      for (const seconds of opened.witnessed.values()) this.seen.push({ size: checkpoint.size, seconds });
    return opened;
  }

  /** The newest head needs its witnesses, once there was time for them to answer; older ones may bear a key that gave way to the next. */
  private judge(last: ReturnType<typeof openNote> | undefined, newest: Notes['newest']): void {
    const { now, ageSecondsMax } = this.asked;
    const witnessed = earliest(newest?.opened);
    const age = now > 0 && witnessed !== undefined ? now - witnessed : undefined;
    if (last === 'LOG_SIG') this.faults.add('LOG_SIG', 'no log of the policy signed the newest head');
    if (last === 'QUORUM' && !(age !== undefined && age <= witnessSecondsMax))
      this.faults.add('QUORUM', 'too few witnesses signed the newest head');
    if (ageSecondsMax > 0) this.judgeAge(age);
  }

  private judgeAge(age: number | undefined): void {
    const { now, ageSecondsMax } = this.asked;
    if (age !== undefined && age > ageSecondsMax)
      this.faults.add('STALE', `last witnessed ${new Date((now - age) * 1000).toISOString()}`);
  }

  private openHeld(note: string, servedSize: number): boolean {
    const read = this.read(note, 'a held head');
    if (!read) return false;
    const { checkpoint } = read;
    if (checkpoint.origin !== this.asked.log) {
      this.faults.add('ORIGIN', `a held head is of ${checkpoint.origin}`);
      return false;
    }
    if (this.open(read) === 'LOG_SIG') {
      this.faults.add('LOG_SIG', `a held head of ${checkpoint.size} entries was signed by no log of the policy`);
      return false;
    }
    if (checkpoint.size > servedSize)
      this.faults.add('ROLLBACK', `a held head has ${checkpoint.size} entries, the newest served ${servedSize}`);
    const others = this.expected.get(checkpoint.size) ?? [];
    if (others.some(({ root }) => !root.equals(checkpoint.root)))
      this.faults.add('FORK_SAME_SIZE', `two roots of ${checkpoint.size} entries`, { n: checkpoint.size - 1 });
    this.expect({ ...checkpoint, from: 'held' });
    return true;
  }

  private expect(one: Expected): void {
    const { size, root, from } = one;
    this.expected.set(size, [...(this.expected.get(size) ?? []), { size, root, from }]);
  }
}
