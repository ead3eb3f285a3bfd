import { generateKeyPairSync } from 'node:crypto';
import { checkpointText } from '#libs/proof/checkpoint';
import { askedText } from '#libs/proof/keeper';
import { keyTypes, signerKey, signNote, writeNote, type SignerKey } from '#libs/proof/note';
import { consistencyProof, leafHashOf, rootOf, treeOf, type Hash, type NodeReader } from '#libs/proof/tree';

/** A log of made-up entries that asks a signer or witness of its own accord. `word` gives another log of the same name. */
export class MadeLog {
  readonly key: SignerKey;

  constructor(readonly origin = 'zhice/made-up') {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    this.key = signerKey(origin, keyTypes.log, pem);
  }

  private tree(size: number, word: string): NodeReader {
    return treeOf(Array.from({ length: size }, (_, i): Hash => leafHashOf(Buffer.from(`${word} ${i}`))));
  }

  text(size: number, word = 'entry'): string {
    return checkpointText({ origin: this.origin, size, root: rootOf(this.tree(size, word), size) });
  }

  /** `unsigned` for the log's own signer, which gets the bare text. */
  asks(old: number, size: number, { word = 'entry', unsigned = false } = {}): string {
    const text = this.text(size, word);
    const proof = old === 0 ? [] : consistencyProof(this.tree(size, word), old, size);
    return askedText(old, proof, unsigned ? text : writeNote({ text, signatures: [signNote(text, this.key)] }));
  }
}
