import { generateKeyPairSync } from 'node:crypto';
import { checkpointText } from '#libs/proof/checkpoint';
import {
  NotANote,
  keyTypes,
  readNote,
  signedBy,
  signerKey,
  signNote,
  verifierKey,
  writeNote,
  type SignerKey,
} from '#libs/proof/note';
import {
  consistencyHolds,
  consistencyProof,
  inclusionHolds,
  inclusionProof,
  leafHashOf,
  rootOf,
  treeOf,
  type Hash,
  type NodeReader,
} from '#libs/proof/tree';

/** What a verifier is asked; hashes in base64. All fields stand in every vector, also those that say nothing there. */
export interface Vector {
  readonly kind: 'note' | 'inclusion' | 'consistency';
  readonly mutated: boolean;
  readonly key: string;
  readonly note: string;
  readonly leaf: string;
  readonly root: string;
  readonly oldRoot: string;
  readonly index: number;
  readonly size: number;
  readonly old: number;
  readonly proof: readonly string[];
}

const zeros = Buffer.alloc(32).toString('base64');
const nothing = { key: '', note: '', leaf: zeros, root: zeros, oldRoot: zeros, index: 0, size: 1, old: 1, proof: [] };
const leavesMax = 1_500;

/** The same numbers each time (mulberry32). */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
type Chance = ReturnType<typeof chanceOf>;

const text = (hash: Hash): string => hash.toString('base64');
const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

/** One bit of one of its bytes is another. */
function flipped(base64: string, chance: Chance): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[chance(bytes.length)]! ^= 1 << chance(8);
  return bytes.toString('base64');
}

class Maker {
  private readonly leaves = Array.from({ length: leavesMax }, (_, i) => leafHashOf(Buffer.from(`entry ${i}`)));
  private readonly read: NodeReader = treeOf(this.leaves);
  private readonly keys = {
    log: signerKey('zhice/vectors', keyTypes.log, pem()),
    party: signerKey('witness.example.org/上级', keyTypes.witness, pem()),
    other: signerKey('zhice/vectors', keyTypes.log, pem()),
  };

  constructor(private readonly chance: Chance) {}

  /** From `low` to the last leaf. */
  private from(low: number): number {
    return low + this.chance(leavesMax - low + 1);
  }

  note(mutated: boolean): Vector {
    const size = this.from(1);
    const body = checkpointText({ origin: 'zhice/vectors', size, root: rootOf(this.read, size) });
    const key = this.chance(2) === 0 ? this.keys.log : this.keys.party;
    const seconds = 1_795_000_000 + this.chance(1_000_000);
    const by = [this.keys.log, this.keys.party].map((signer) => signNote(body, signer, seconds));
    const note = writeNote({ text: body, signatures: by });
    const whole = { ...nothing, kind: 'note' as const, mutated, key: key.text, note };
    return mutated ? this.changedNote(whole, key) : whole;
  }

  private changedNote(vector: Vector, key: SignerKey): Vector {
    const { note } = vector;
    const lineAt = note.indexOf(`— ${key.name} `) + key.name.length + 3;
    const line = note.slice(lineAt, note.indexOf('\n', lineAt));
    const changes: readonly (() => Partial<Vector>)[] = [
      () => ({ note: note.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`) }),
      () => ({
        note: note.replace(/\n([A-Za-z0-9+/]{43}=)\n/, (_, root: string) => `\n${flipped(root, this.chance)}\n`),
      }),
      () => ({ note: note.replace(line, flipped(line, this.chance)) }),
      () => ({ note: note.replace(`— ${key.name} `, `— ${key.name}x `) }),
      () => ({ note: note.replace(`${note.slice(lineAt - key.name.length - 3, lineAt)}${line}\n`, '') }),
      () => ({ note: note.replace('\n\n', '\n') }),
      () => ({ note: `x${note}` }),
      () => ({ note: note.slice(0, -1) }),
      () => ({ key: this.keys.other.text }),
    ];
    return { ...vector, ...changes[this.chance(changes.length)]!() };
  }

  inclusion(mutated: boolean): Vector {
    const size = this.from(1);
    const index = this.chance(size);
    const vector = {
      ...nothing,
      ...{ kind: 'inclusion' as const, mutated, index, size },
      leaf: text(this.leaves[index]!),
      root: text(rootOf(this.read, size)),
      proof: inclusionProof(this.read, index, size).map(text),
    };
    const others =
      size > 1 ? [() => ({ index: (index + 1) % size }), () => ({ leaf: text(this.leaves[(index + 1) % size]!) })] : [];
    return mutated
      ? this.changedProof(vector, [() => ({ leaf: flipped(vector.leaf, this.chance) }), ...others])
      : vector;
  }

  consistency(mutated: boolean): Vector {
    const old = this.from(1) - 1 || 1;
    const size = this.from(old);
    const vector = {
      ...nothing,
      ...{ kind: 'consistency' as const, mutated, old, size },
      oldRoot: text(rootOf(this.read, old)),
      root: text(rootOf(this.read, size)),
      proof: consistencyProof(this.read, old, size).map(text),
    };
    return mutated ? this.changedProof(vector, [() => ({ oldRoot: flipped(vector.oldRoot, this.chance) })]) : vector;
  }

  private changedProof(vector: Vector, more: readonly (() => Partial<Vector>)[]): Vector {
    const { proof, root } = vector;
    const at = this.chance(Math.max(proof.length, 1));
    const some = proof.length > 0;
    const changes = [
      ...more,
      () => ({ root: flipped(root, this.chance) }),
      () => ({ proof: [...proof, root] }),
      ...(some
        ? [
            () => ({ proof: proof.with(at, flipped(proof[at]!, this.chance)) }),
            () => ({ proof: proof.toSpliced(at, 1) }),
          ]
        : []),
      ...(proof.length > 1 && proof[0] !== proof.at(-1) ? [() => ({ proof: proof.toReversed() })] : []),
    ];
    return { ...vector, ...changes[this.chance(changes.length)]!() };
  }
}

/** Of each kind as many, every second one mutated so that nobody may accept it. */
export function vectorsOf(count: number, seed: number): Vector[] {
  const maker = new Maker(chanceOf(seed));
  const kinds = ['note', 'inclusion', 'consistency'] as const;
  return Array.from({ length: count }, (_, i) => maker[kinds[Math.floor(i / 2) % kinds.length]!](i % 2 === 1));
}

/** What our own verifier says. */
export function accepted(vector: Vector): boolean {
  const [leaf, root, oldRoot] = [vector.leaf, vector.root, vector.oldRoot].map((hash) =>
    Buffer.from(hash, 'base64'),
  ) as [Hash, Hash, Hash];
  const { index, size, old } = vector;
  const proof = vector.proof.map((hash) => Buffer.from(hash, 'base64'));
  if (vector.kind === 'inclusion') return inclusionHolds({ leaf, index, size, root, proof });
  if (vector.kind === 'consistency') return consistencyHolds({ old, oldRoot, size, root, proof });
  try {
    return signedBy(readNote(vector.note), verifierKey(vector.key)) !== undefined;
  } catch (error) {
    if (error instanceof NotANote) return false;
    throw error;
  }
}
