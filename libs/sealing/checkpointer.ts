import type pg from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { Context, Ledger } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import { checkpointText } from '#libs/proof/checkpoint';
import { headsStream } from '#libs/proof/heads';
import { askedText, type Answer } from '#libs/proof/keeper';
import { readNote, type NoteSignature, writeNote } from '#libs/proof/note';
import { consistencyProof, rootOf } from '#libs/proof/tree';
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

interface Tree {
  readonly size: number;
  readonly text: string;
}

export class Checkpointer {
  constructor(private readonly parts: CheckpointerParts) {}

  /**
   * Seals what there is, says the map of stream heads in the log, and has the head signed and witnessed. Answers the newest
   * checkpoint, undefined for an empty log. `whole`: make the map even where it is made once a day only.
   */
  async checkpoint({ whole = false } = {}): Promise<StoredCheckpoint | undefined> {
    const size = await this.parts.sealer.seal();
    const [newest] = await checkpoints(this.parts.pool, { limit: 1 });
    if (size === 0 || newest?.size === size) return newest;
    const headsAt = await this.mapAt(newest, whole);
    const tree = await this.treeAt(await this.parts.sealer.seal());
    const line = await this.signed(this.parts.signer, tree, tree.text, newest?.size ?? 0);
    const checkpoint = { size: tree.size, headsAt, note: `${tree.text}\n${line}` };
    await keepCheckpoint(this.parts.pool, checkpoint, false);
    return this.witnessed(checkpoint);
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
        added.push(...readNote(`${own.text}\n${line}`).signatures);
      } catch (error) {
        this.parts.onWitnessSilent?.(name, error as Error);
      }
    }
    if (added.length === 0) return checkpoint;
    const note = writeNote({ text: own.text, signatures: [...own.signatures, ...added] });
    const cosigned = { ...checkpoint, note };
    await keepCheckpoint(this.parts.pool, cosigned, true);
    return cosigned;
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

  private async treeAt(size: number): Promise<Tree> {
    const root = await fromTree(this.parts.pool, (read) => rootOf(read, size));
    return { size, text: checkpointText({ origin: this.parts.log, size, root }) };
  }

  /** The line of a cosigner, who says where it stands when we guessed wrong. Throws SignerAhead, CosignerRefused. */
  private async signed(ask: Cosigner, { size }: Tree, checkpoint: string, guess: number): Promise<string> {
    let answer = await ask(await this.request(guess, size, checkpoint));
    if (answer.status === 409) {
      const stands = Number(answer.body);
      if (stands > size) throw new SignerAhead(stands, size);
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
