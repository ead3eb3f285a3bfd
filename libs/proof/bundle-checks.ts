import { minutesByYear, proofIn, type Bundle, type HeadRange, type ProvenEntry } from './bundle.js';
import { readCheckpoint, type Checkpoint } from './checkpoint.js';
import { verifySignature, type Entry } from './entry.js';
import { checkEntry, valid, writersStream, type EntryCheck, type Known } from './entry-checks.js';
import { isAbout } from './heads.js';
import { endsAt, rangeFaults, readMap, type HeadsMap } from './heads-checks.js';
import { opensWithRevokedOnly } from './log-keys.js';
import { NotANote, readNote } from './note.js';
import { heldCheckpoint } from './paper.js';
import { openNote, type Opened, type Policy } from './policy.js';
import { inclusionHolds, leafHashOf, type Hash } from './tree.js';

export type BundleCheck =
  | EntryCheck
  | 'NOTE'
  | 'LOG_SIG'
  | 'QUORUM'
  | 'ORIGIN'
  | 'STALE'
  | 'OLDER_THAN_HELD'
  | 'FORK_SAME_SIZE'
  | 'LOG_KEY_REVOKED'
  | 'KEY_INCLUSION'
  | 'INCLUSION'
  | 'ORDER'
  | 'STREAM'
  | 'HEADS_INCLUSION'
  | 'HEADS_MAP'
  | 'HEAD_MISMATCH'
  | 'FUTURE'
  | 'FIGURE_MISMATCH';

/** Steps of the verification, in their order; docs/event-format.md says what each means. */
export const bundleSteps = ['policy', 'held', 'keys', 'entries', 'signatures', 'complete', 'times', 'figures'] as const;
export type BundleStep = (typeof bundleSteps)[number];

export interface BundleFault {
  readonly step: BundleStep;
  readonly check: BundleCheck;
  readonly detail: string;
}

export interface BundleReport {
  readonly faults: readonly BundleFault[];
  readonly checkpoint: Checkpoint | undefined;
  readonly opened: Opened | undefined;
  readonly entries: readonly Entry[];
  /** Leaf index up to which the person's streams are shown to be whole. */
  readonly completeTo: number | undefined;
}

export interface BundleAsked {
  readonly policy: Policy;
  /** Checkpoints that the auditor holds from elsewhere, signed or typed from paper: `heldCheckpoint` reads them, and throws. */
  readonly held: readonly string[];
  /** Seconds since 1970; 0 when the auditor does not want to look at the age. */
  readonly now: number;
  readonly ageSecondsMax: number;
}

const clockSecondsMax = 300;

/** Checks one person's bundle with nothing but the auditor's policy file and what he holds. Never throws for what a bundle says. */
export async function checkBundle(bundle: Bundle, asked: BundleAsked): Promise<BundleReport> {
  return new BundleChecking(bundle, asked).run();
}

class BundleChecking {
  private readonly faults: BundleFault[] = [];
  private readonly nodes: readonly Hash[];
  private readonly known: Known = {
    heads: new Map(),
    bound: new Map(),
    writers: new Map(),
    ids: new Set<string>(),
    latest: '',
  };

  constructor(
    private readonly bundle: Bundle,
    private readonly asked: BundleAsked,
  ) {
    this.nodes = bundle.nodes.map((node) => Buffer.from(node, 'base64'));
  }

  async run(): Promise<BundleReport> {
    const opened = this.open();
    if (!opened)
      return { faults: this.faults, checkpoint: undefined, opened: undefined, entries: [], completeTo: undefined };
    const { checkpoint } = opened;
    this.compareWithHeld(checkpoint);
    const keys = await this.take(this.bundle.keys, checkpoint, 'keys');
    const revoked = opensWithRevokedOnly(this.bundle.checkpoint, this.asked.policy, keys);
    if (revoked)
      this.find('keys', 'LOG_KEY_REVOKED', 'signed with a key of the log that the log itself revoked before');
    const keyHead = this.known.heads.get(writersStream);
    // Times and ids are looked at in the order of the log, of which keys come out of turn.
    this.known.latest = '';
    const entries = await this.take(this.bundle.entries, checkpoint, 'entries');
    const completeTo = await this.checkComplete(checkpoint, keyHead);
    this.checkTimes(entries, opened.witnessed);
    this.checkFigures(entries);
    return { faults: this.faults, checkpoint, opened: opened.opened, entries, completeTo };
  }

  private find(step: BundleStep, check: BundleCheck, detail: string): void {
    this.faults.push({ step, check, detail });
  }

  private open(): { checkpoint: Checkpoint; opened: Opened; witnessed: number | undefined } | undefined {
    try {
      const note = readNote(this.bundle.checkpoint);
      const checkpoint = readCheckpoint(note.text);
      const opened = openNote(note, this.asked.policy);
      if (checkpoint.origin !== this.bundle.log) this.find('policy', 'ORIGIN', checkpoint.origin);
      if (typeof opened === 'string') {
        this.find('policy', opened, 'the policy does not open this checkpoint');
        return undefined;
      }
      const seconds = [...opened.witnessed.values()];
      const witnessed = seconds.length > 0 ? Math.min(...seconds) : undefined;
      this.checkAge(witnessed);
      return { checkpoint, opened, witnessed };
    } catch (error) {
      if (!(error instanceof NotANote)) throw error;
      this.find('policy', 'NOTE', error.message);
      return undefined;
    }
  }

  private checkAge(witnessed: number | undefined): void {
    const { now, ageSecondsMax } = this.asked;
    if (now > 0 && witnessed !== undefined && now - witnessed > ageSecondsMax)
      this.find('policy', 'STALE', `witnessed ${new Date(witnessed * 1000).toISOString()}`);
  }

  private compareWithHeld({ origin, size, root }: Checkpoint): void {
    for (const text of this.asked.held) {
      const held = heldCheckpoint(text);
      if (held.origin !== origin) continue;
      if (held.size > size) this.find('held', 'OLDER_THAN_HELD', `${size} entries, a held checkpoint has ${held.size}`);
      if (held.size === size && !held.root.equals(root))
        this.find('held', 'FORK_SAME_SIZE', `two roots of ${size} entries`);
    }
  }

  /** Inclusion, order, form, chain, keys and signatures of a list of entries. */
  private async take(list: readonly ProvenEntry[], checkpoint: Checkpoint, step: 'keys' | 'entries'): Promise<Entry[]> {
    const entries: Entry[] = [];
    let before = -1;
    for (const proven of list) {
      if (!this.isIncluded(proven, checkpoint))
        this.find(step, step === 'keys' ? 'KEY_INCLUSION' : 'INCLUSION', `entry ${proven.n}`);
      if (proven.n <= before) this.find(step, 'ORDER', `entry ${proven.n} after ${before}`);
      before = proven.n;
      const entry = await this.takeOne(proven, step);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  private async takeOne(proven: ProvenEntry, step: 'keys' | 'entries'): Promise<Entry | undefined> {
    const seen = claimedBy(proven.text);
    const placed = { ...seen, text: proven.text };
    const checked = checkEntry(placed, { n: proven.n, log: this.bundle.log, known: this.known });
    const { entry, faults, signature } = checked;
    for (const { check, detail } of faults) this.find(step, check, `entry ${proven.n}: ${detail}`);
    if (signature && !(await verifySignature(signature))) this.find('signatures', 'WRITER_SIG', `entry ${proven.n}`);
    checked.accept();
    const fits = step === 'keys' ? seen.stream === writersStream : isAbout(seen.stream, this.bundle.subject);
    if (!fits) this.find(step, 'STREAM', `entry ${proven.n} stands in ${seen.stream}`);
    return entry;
  }

  private isIncluded({ n, text, proof }: ProvenEntry, { size, root }: Checkpoint): boolean {
    return inclusionHolds({
      leaf: leafHashOf(Buffer.from(text)),
      index: n,
      size,
      root,
      proof: proofIn(this.nodes, proof),
    });
  }

  /** Nothing newer, and no stream, was left out: the map of all stream heads says what the last entries are. */
  private async checkComplete(
    checkpoint: Checkpoint,
    keyHead: { rev: number; leaf: string } | undefined,
  ): Promise<number | undefined> {
    const { entry, about, keys } = this.bundle.heads;
    if (!this.isIncluded(entry, checkpoint)) this.find('complete', 'HEADS_INCLUSION', `entry ${entry.n}`);
    const map = await this.mapIn(entry);
    if (!map) return undefined;
    for (const why of rangeFaults({ map, about, keys, nodes: this.nodes, subject: this.bundle.subject }))
      this.find('complete', 'HEADS_MAP', why);
    this.compareHeads(about);
    if (!endsAt(keys.leaves[0], { s: writersStream, ...keyHead }))
      this.find('complete', 'HEAD_MISMATCH', `${writersStream} is not whole`);
    return map.asOf;
  }

  private compareHeads({ leaves }: HeadRange): void {
    const { subject } = this.bundle;
    const streams = new Map([...this.known.heads].filter(([stream]) => isAbout(stream, subject)));
    for (const { s, rev, h } of leaves.filter((head) => isAbout(head.s, subject))) {
      const head = streams.get(s);
      streams.delete(s);
      if (!endsAt({ s, rev, h }, { s, ...head })) this.find('complete', 'HEAD_MISMATCH', `${s} ends at ${rev}`);
    }
    for (const stream of streams.keys()) this.find('complete', 'HEAD_MISMATCH', `${stream} is not in the map`);
  }

  /** Its chain is not at hand, but who wrote it is known. */
  private async mapIn({ n, text }: ProvenEntry): Promise<HeadsMap | undefined> {
    const map = readMap(text);
    if (!map || map.entry.log !== this.bundle.log || map.asOf > n) {
      this.find('complete', 'HEADS_MAP', 'the entry holds no map of this log');
      return undefined;
    }
    const writer = valid(this.known.writers.get(map.entry.w), n);
    if (typeof writer === 'string' || !(await verifySignature({ entry: map.entry, key: writer.key })))
      this.find('complete', 'WRITER_SIG', `entry ${n}`);
    return map;
  }

  private checkTimes(entries: readonly Entry[], witnessed: number | undefined): void {
    if (witnessed === undefined) return;
    for (const { at, stream, rev } of entries)
      if (Date.parse(at) / 1000 > witnessed + clockSecondsMax) this.find('times', 'FUTURE', `${stream} ${rev}: ${at}`);
  }

  private checkFigures(entries: readonly Entry[]): void {
    const replayed = minutesByYear(entries);
    const years = new Set([...Object.keys(replayed), ...Object.keys(this.bundle.figures)]);
    for (const year of years)
      if ((replayed[year] ?? 0) !== (this.bundle.figures[year] ?? 0))
        this.find(
          'figures',
          'FIGURE_MISMATCH',
          `${year}: ${this.bundle.figures[year] ?? 0} said, ${replayed[year] ?? 0} replayed`,
        );
  }
}

/** Where an entry says it stands; in a bundle nothing else does. */
function claimedBy(text: string): { stream: string; revision: number; id: string; type: string } {
  try {
    const { stream, rev, id, type } = JSON.parse(text) as Partial<Entry>;
    return { stream: String(stream), revision: Number(rev), id: String(id), type: String(type) };
  } catch {
    return { stream: '', revision: 0, id: '', type: '' };
  }
}
