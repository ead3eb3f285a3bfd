import { checkpointText, readCheckpoint, type Checkpoint } from './checkpoint.js';
import { keyTypes, lineOf, NotANote, readNote, signedBy, signNote, type SignerKey, type VerifierKey } from './note.js';
import { consistencyHolds, hashBytes, type Hash } from './tree.js';

/** What a keeper last put its name to. */
export interface Kept {
  readonly size: number;
  readonly root: Hash;
}

export interface KeeperMemory {
  of(origin: string): Promise<Kept | undefined>;
  /** Durable before it answers: a keeper that forgets may sign two histories. */
  keep(origin: string, kept: Kept): Promise<void>;
}

/** C2SP tlog-witness `add-checkpoint`: status and body as over HTTP. 409 answers the size the keeper stands at. */
export type Answer =
  | { readonly status: 200; readonly body: string }
  | { readonly status: 409; readonly body: string }
  | { readonly status: 400 | 403 | 404 | 422; readonly body: string };

const proofLinesMax = 63;

interface Asked {
  readonly old: number;
  readonly proof: readonly Hash[];
  readonly rest: string;
}

/** The request as one text: `old N`, proof lines, a blank line, the checkpoint. */
export const askedText = (old: number, proof: readonly Hash[], checkpoint: string): string =>
  `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${checkpoint}`;

function readAsked(text: string): Asked | undefined {
  const cut = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(cut, 0)).split('\n');
  const [, digits] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const spelt = proof.every((hash, i) => hash.length === hashBytes && hash.toString('base64') === lines[i]);
  if (digits === undefined || lines.length > proofLinesMax || !spelt) return undefined;
  return { old: Number(digits), proof, rest: text.slice(cut + 2) };
}

/**
 * Signs the heads of logs that only grow. A log's signer takes its own unsigned checkpoints; a witness takes those that a known
 * log signed. Neither signs what does not continue what it signed last, whatever the database says (attacks 5, 8, 22, 32).
 */
export class CheckpointKeeper {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly parts: {
      /** All of one kind; while a key gives way to the next, both sign. */
      readonly keys: readonly SignerKey[];
      readonly memory: KeeperMemory;
      /** Names of the logs served; a witness knows their keys, a signer serves its own. */
      readonly logs: ReadonlyMap<string, readonly VerifierKey[] | 'own'>;
      /** Milliseconds since 1970. */
      readonly now: () => number;
    },
  ) {}

  /** One request after the other: what is checked is still so when it is kept. */
  add(request: string): Promise<Answer> {
    const mine = this.turn.then(() => this.answer(request));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async answer(request: string): Promise<Answer> {
    const asked = readAsked(request);
    if (!asked) return { status: 400, body: 'malformed request\n' };
    const checkpoint = this.opened(asked.rest);
    if ('status' in checkpoint) return checkpoint;
    const refused = whyNot(asked, checkpoint, await this.parts.memory.of(checkpoint.origin));
    if (refused) return refused;
    await this.parts.memory.keep(checkpoint.origin, { size: checkpoint.size, root: checkpoint.root });
    return { status: 200, body: this.lines(checkpoint) };
  }

  private opened(rest: string): Checkpoint | Answer {
    try {
      const unsigned = this.parts.keys.some(({ type }) => type === keyTypes.log);
      const note = unsigned ? { text: rest, signatures: [] } : readNote(rest);
      const checkpoint = readCheckpoint(note.text);
      const log = this.parts.logs.get(checkpoint.origin);
      if (log === undefined) return { status: 404, body: 'unknown log\n' };
      if (log !== 'own' && log.every((key) => signedBy(note, key) === undefined))
        return { status: 403, body: 'not signed by the log\n' };
      return checkpoint;
    } catch (error) {
      if (error instanceof NotANote) return { status: 400, body: `${error.message}\n` };
      throw error;
    }
  }

  private lines(checkpoint: Checkpoint): string {
    const seconds = Math.floor(this.parts.now() / 1000);
    return this.parts.keys.map((key) => lineOf(signNote(checkpointText(checkpoint), key, seconds))).join('');
  }
}

function whyNot(asked: Asked, { size, root }: Checkpoint, kept: Kept | undefined): Answer | undefined {
  const stands = kept?.size ?? 0;
  if (asked.old > size) return { status: 400, body: 'the old size is above the new\n' };
  if (asked.old !== stands) return { status: 409, body: `${stands}\n` };
  if (!kept) return asked.proof.length === 0 ? undefined : doesNotContinue;
  if (stands === size && !kept.root.equals(root)) return { status: 409, body: `${size}\n` };
  const { old, proof } = asked;
  return consistencyHolds({ old, oldRoot: kept.root, size, root, proof }) ? undefined : doesNotContinue;
}

const doesNotContinue: Answer = { status: 422, body: 'does not continue what was signed before\n' };
