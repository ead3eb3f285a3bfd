import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accepted, vectorsOf, type Vector } from './vectors.js';

const seed = Number(process.env['VECTORS_SEED'] ?? Date.now() % 1_000_000);
const vectors = vectorsOf(1_000, seed);
const notes = vectors.filter(({ kind }) => kind === 'note');
/** A process for each hash of a proof: as many as a person waits for. */
const hashed = vectors.filter(({ kind, proof }) => kind === 'inclusion' && proof.length < 32).slice(0, 40);

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhice-vectors-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Which of these were judged otherwise than they were made. */
const wrongly = (judged: readonly Vector[], says: (vector: Vector, i: number) => boolean): Vector[] =>
  judged.filter((vector, i) => says(vector, i) === vector.mutated);

describe(`1,000 vectors, half of them mutated (VECTORS_SEED=${seed})`, () => {
  it('are of three kinds and half mutated', () => {
    expect(vectors.filter(({ mutated }) => mutated)).toHaveLength(500);
    for (const kind of ['note', 'inclusion', 'consistency'])
      expect(vectors.filter((vector) => vector.kind === kind && vector.mutated).length).toBeGreaterThan(160);
  });

  it('are accepted and refused by our own verifier as they were made', () =>
    expect(wrongly(vectors, accepted)).toEqual([]));

  it("by Go's golang.org/x/mod/sumdb too, each of them", () => {
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: at('cache'), GOFLAGS: '' };
    const source = path.join(import.meta.dirname, 'verify.go');
    execFileSync('go', ['build', '-o', at('verify'), source], { env, stdio: 'pipe' });
    const input = vectors.map((vector) => JSON.stringify(vector)).join('\n');
    const said = execFileSync(at('verify'), { input, encoding: 'utf8', maxBuffer: 2 ** 24 })
      .trim()
      .split('\n');
    expect(said).toHaveLength(vectors.length);
    expect(new Set(said)).toEqual(new Set(['ok', 'no']));
    expect(wrongly(vectors, (_, i) => said[i] === 'ok')).toEqual([]);
  });

  it('by OpenSSL: every signature under a note', () => expect(wrongly(notes, opensslSigned)).toEqual([]));

  it('by OpenSSL: hashes of inclusion proofs, from the leaf up to the root', () => {
    expect(hashed.some(({ mutated }) => mutated) && hashed.some(({ mutated }) => !mutated)).toBe(true);
    expect(wrongly(hashed, opensslIncluded)).toEqual([]);
  });
});

/** With nothing of ours: the note taken apart by hand as C2SP says, and the key's bytes put into the form that OpenSSL reads. */
function opensslSigned({ key, note }: Vector): boolean {
  const [name, id, keyed] = key.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/) as [string, string, string];
  const raw = Buffer.from(keyed, 'base64');
  const found = /^([^]*\n)\n((?:— [^\n]+\n)+)$/.exec(note);
  if (!found) return false;
  const [, body, lines] = found as unknown as [string, string, string];
  const line = lines.split('\n').find((each) => each.startsWith(`— ${name} `));
  if (line === undefined) return false;
  const bytes = Buffer.from(line.slice(`— ${name} `.length), 'base64');
  if (bytes.subarray(0, 4).toString('hex') !== id) return false;
  const isWitness = raw[0] === 4;
  writeFileSync(at('message'), isWitness ? cosigned(body, bytes.subarray(4, 12)) : body);
  writeFileSync(at('signature'), bytes.subarray(isWitness ? 12 : 4));
  writeFileSync(at('key.der'), Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw.subarray(1)]));
  const inkey = ['-pubin', '-keyform', 'DER', '-inkey', at('key.der')];
  const files = ['-rawin', '-in', at('message'), '-sigfile', at('signature')];
  return spawnSync('openssl', ['pkeyutl', '-verify', ...inkey, ...files]).status === 0;
}

const cosigned = (body: string, time: Buffer): string =>
  `cosignature/v1\ntime ${time.length === 8 ? time.readBigUInt64BE() : 0n}\n${body}`;

const opensslHash = (...parts: readonly Buffer[]): Buffer =>
  execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: Buffer.concat([Buffer.of(1), ...parts]) });

/** The tree split in two from the top down (RFC 6962 2.1.1), which is not how our own check goes. */
function opensslIncluded({ index, size, leaf, root, proof }: Vector): boolean {
  const hashes = proof.map((hash) => Buffer.from(hash, 'base64'));
  const path = (from: number, to: number): Buffer | undefined => {
    if (to - from === 1) return Buffer.from(leaf, 'base64');
    let k = 1;
    while (k * 2 < to - from) k *= 2;
    const sibling = hashes.pop();
    const isLeft = index < from + k;
    const mine = isLeft ? path(from, from + k) : path(from + k, to);
    if (!sibling || !mine) return undefined;
    return isLeft ? opensslHash(mine, sibling) : opensslHash(sibling, mine);
  };
  const reached = path(0, size);
  return hashes.length === 0 && reached?.toString('base64') === root;
}
