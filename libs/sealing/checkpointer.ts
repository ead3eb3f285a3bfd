import type pg from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { Context, Ledger } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import { checkpointText, readCheckpoint } from '#libs/proof/checkpoint';
import { headsStream } from '#libs/proof/heads';
import { askedText, type Answer } from '#libs/proof/keeper';
import { readNote, signedBy, type NoteSignature, type VerifierKey, writeNote } from '#libs/proof/note';
import { consistencyProof, rootOf, type Hash } from '#libs/proof/tree';
import { headMapOf } from './head-map.js';
import { allHeads, checkpoints, fromTree, headOf, keepCheckpoint, type StoredCheckpoint } from './proof-store.js';
import type { Sealer } from './sealer.js';
import { sealingDecider } from './sealing.decider.js';

/** Who puts a name under a head: the log's signer, or a witness. Answers as C2SP `add-checkpoint` does. */
export type Cosigner = (request: string) => Promise<Answer>;

export interface CheckpointerParts {
  readonly sealer: Sealer;
  readonly ledger: Ledger;
  readonly pool: pg.Pool;
  /** Name of the log, and of its checkpoints. */
  readonly log: string;
  readonly signer: Cosigner;
  /** By name. One that does not answer is told of and holds nothing up. */
  readonly witnesses: ReadonlyMap<string, Cosigner>;
  /** For whom the sealer writes: the system's account and organization. */
  readonly context: Omit<Context, 'commandId'>;
  /** Called before anything is signed: says in the log which keys of the log will sign. */
  readonly announceKeys?: () => Promise<void>;
  readonly onWitnessSilent?: (witness: string, error: Error) => void;
}

/**
 * The signer has signed more than this database holds: a backup was restored, or the log was rewritten. Nothing is signed until
 * the missing entries are back.
 */
export class SignerAhead extends Error {
  override readonly name = 'SignerAhead';
  constructor(
    readonly signedSize: number,
    readonly sealedSize: number,
    /** Of what is sealed here. */
    readonly sealedRoot: Hash,
  ) {
    super(`the signer signed ${signedSize} entries, ${sealedSize} are sealed here`);
  }
}

export class CosignerRefused extends Error {
  override readonly name = 'CosignerRefused';
}

/** Above this many streams the map is made once a day, not at every checkpoint. */
const streamsMappedAlways = 20_000;
const mapNamespace = '9d6f5a3e-6d0c-4b58-9a35-1f3f0d1c7e11';

/** A witness comes back with its stick after days, of which each minute may have made a checkpoint. */
const checkpointsTried = 20_000;
const linesOf = (text: string, lines: string): readonly NoteSignature[] => readNote(`${text}\n${lines}`).signatures;

interface Tree {
  readonly size: number;
  readonly root?: Hash;
  readonly text: string;
}

export class Checkpointer {
  constructor(private readonly parts: CheckpointerParts) {}

  /**
   * Seals what there is, says the map of stream heads in the log, and has the head signed and witnessed. Answers the newest
   * checkpoint, undefined for an empty log. `whole`: make the map even where it is made once a day only.
   */
  async checkpoint({ whole = false } = {}): Promise<StoredCheckpoint | undefined> {
    if ((await this.parts.sealer.seal()) === 0) return undefined;
    // A key that is new has to stand in the log before it signs, also while nothing else is written.
    await this.parts.announceKeys?.();
    const size = await this.parts.sealer.seal();
    const [newest] = await checkpoints(this.parts.pool, { limit: 1 });
    if (newest?.size === size) return this.confirmed(newest);
    if (newest) await this.assertNotAhead(size, newest);
    const headsAt = await this.mapAt(newest, whole);
    const tree = await this.treeAt(await this.parts.sealer.seal());
    const line = await this.signed(this.parts.signer, tree, tree.text, newest?.size ?? 0);
    const checkpoint = { size: tree.size, headsAt, note: `${tree.text}\n${line}` };
    await keepCheckpoint(this.parts.pool, checkpoint, false);
    return this.witnessed(checkpoint);
  }

  /**
   * Nothing new was written, and the signer is asked all the same whether it stands here too: after a backup was restored it does
   * not. A key that came since then signs as well, and a witness that was silent is asked again.
   */
  private async confirmed(newest: StoredCheckpoint): Promise<StoredCheckpoint> {
    const { text, signatures } = readNote(newest.note);
    const line = await this.signed(this.parts.signer, { size: newest.size, text }, text, newest.size);
    const isNew = linesOf(text, line).some(({ id }) => signatures.every((signature) => signature.id !== id));
    return this.witnessed(isNew ? await this.keepWith(newest, linesOf(text, line), false) : newest);
  }

  /** Asks every witness that has not signed this head yet. */
  async witnessed(checkpoint: StoredCheckpoint): Promise<StoredCheckpoint> {
    const own = readNote(checkpoint.note);
    const tree = { size: checkpoint.size, text: own.text };
    const added: NoteSignature[] = [];
    for (const [name, ask] of this.parts.witnesses) {
      if (own.signatures.some((signature) => signature.name === name)) continue;
      try {
        const line = await this.signed(ask, tree, checkpoint.note, 0);
        const signatures = linesOf(own.text, line).filter((signature) => signature.name === name);
        if (signatures.length === 0) throw new CosignerRefused(`signed under another name than ${name}`);
        added.push(...signatures);
      } catch (error) {
        this.parts.onWitnessSilent?.(name, error as Error);
      }
    }
    return added.length === 0 ? checkpoint : this.keepWith(checkpoint, added);
  }

  private async keepWith(
    checkpoint: StoredCheckpoint,
    added: readonly NoteSignature[],
    witnessed = true,
  ): Promise<StoredCheckpoint> {
    const own = readNote(checkpoint.note);
    const isNew = ({ name, id }: NoteSignature): boolean =>
      !own.signatures.some((signature) => signature.name === name && signature.id === id);
    const note = writeNote({ text: own.text, signatures: [...own.signatures, ...added.filter(isNew)] });
    const cosigned = { ...checkpoint, note };
    await keepCheckpoint(this.parts.pool, cosigned, witnessed);
    return cosigned;
  }

  /** What an offline witness is given: the newest checkpoint and the proof that it continues the one of `old` entries. */
  async requestSince(old: number): Promise<string | undefined> {
    const [newest] = await checkpoints(this.parts.pool, { limit: 1 });
    return newest && old <= newest.size ? this.request(old, newest.size, newest.note) : undefined;
  }

  /**
   * Takes the lines of an offline witness in, under the newest checkpoint that they fit. Undefined when no key of these signed any
   * of the last checkpoints there. Throws NotANote.
   */
  async addLines(lines: string, witnesses: Iterable<VerifierKey>): Promise<StoredCheckpoint | undefined> {
    const keys = [...witnesses];
    for (const checkpoint of await checkpoints(this.parts.pool, { limit: checkpointsTried })) {
      const { text } = readNote(checkpoint.note);
      const signatures = linesOf(text, lines);
      const signed = keys.filter((key) => signedBy({ text, signatures }, key) !== undefined);
      const good = signatures.filter(({ name, id }) => signed.some((key) => key.name === name && key.id === id));
      if (good.length > 0) return this.keepWith(checkpoint, good);
    }
    return undefined;
  }

  /** Leaf index of the entry that holds the newest map; writes a new one where that is due. */
  private async mapAt(newest: StoredCheckpoint | undefined, whole: boolean): Promise<number> {
    const { asOf, heads } = await this.headsNow();
    if (newest && !whole && heads.length > streamsMappedAlways) return newest.headsAt;
    const map = headMapOf(heads);
    const data = { asOf, streams: heads.length, root: map.root.toString('base64') };
    const { position } = await this.parts.ledger.run(sealingDecider, {
      stream: headsStream,
      command: { type: 'CommitStreamHeads', data },
      context: { ...this.parts.context, commandId: uuidv5(`${this.parts.log} ${asOf}`, mapNamespace) as CommandId },
      facts: () => Promise.resolve(undefined),
    });
    await this.parts.sealer.seal();
    const { rows } = await this.parts.pool.query<{ n: string }>(`select n from proof.entry where position = $1`, [
      position,
    ]);
    if (!rows[0]) throw new CosignerRefused(`the map at ${position} was not sealed: see proof.quarantine`);
    return Number(rows[0].n);
  }

  /**
   * A signer that stands further on is asked before anything is written into a log that was put back. The old size 0 is no place to
   * go on from, so that nothing is signed. Throws SignerAhead.
   */
  private async assertNotAhead(size: number, newest: StoredCheckpoint): Promise<void> {
    const { text } = readNote(newest.note);
    const { status, body } = await this.parts.signer(askedText(0, [], text));
    const stands = Number(body);
    if (status === 409 && stands > size) throw new SignerAhead(stands, size, (await this.treeAt(size)).root);
  }

  /** The heads and the size they were at, from one snapshot. */
  private async headsNow() {
    const client = await this.parts.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      const { size: asOf } = await headOf(client);
      const heads = await allHeads(client);
      await client.query('commit');
      return { asOf, heads };
    } finally {
      client.release();
    }
  }

  private async treeAt(size: number): Promise<Required<Tree>> {
    const root = await fromTree(this.parts.pool, (read) => rootOf(read, size));
    return { size, root, text: checkpointText({ origin: this.parts.log, size, root }) };
  }

  /** The line of a cosigner, who says where it stands when we guessed wrong. Throws SignerAhead, CosignerRefused. */
  private async signed(ask: Cosigner, { size, text }: Tree, checkpoint: string, guess: number): Promise<string> {
    let answer = await ask(await this.request(guess, size, checkpoint));
    if (answer.status === 409) {
      const stands = Number(answer.body);
      if (stands > size) throw new SignerAhead(stands, size, readCheckpoint(text).root);
      answer = await ask(await this.request(stands, size, checkpoint));
    }
    if (answer.status === 200) return answer.body;
    throw new CosignerRefused(`${answer.status} ${answer.body.trim()}`);
  }

  private async request(old: number, size: number, checkpoint: string): Promise<string> {
    const proof = old === 0 ? [] : await fromTree(this.parts.pool, (read) => consistencyProof(read, old, size));
    return askedText(old, proof, checkpoint);
  }
}
