import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalText, NotCanonical } from './canonical.js';
import {
  leafHash,
  NotAnEntry,
  parseEntry,
  publicKeyOf,
  readEntry,
  signatureHolds,
  signEntry,
  writerKey,
  writerKeyId,
  type Entry,
  type SealedPart,
} from './entry.js';

const key = writerKey();
const publicKey = publicKeyOf(key.publicKey);
const part: SealedPart = { g: 'free', kid: 'k-1', alg: 'A256GCM-KC1', iv: 'aXY=', ct: 'Y3Q=', tag: 'dGFn', kc: 'a2M=' };
const unsigned: Omit<Entry, 'sig' | 'w'> = {
  v: 1,
  log: 'ledger',
  stream: 'gift-1',
  rev: 17,
  id: 'e-1',
  type: 'GiftGiven',
  tv: 2,
  at: '2026-07-01T16:30:00.000Z',
  by: 'a-1',
  org: 'o-1',
  cmd: 'c-1',
  prev: 'cHJldg==',
  data: { count: 3, codes: ['A', 'B'], given: true, nothing: null },
  enc: [part],
};
const text = signEntry(unsigned, key);
const entry = readEntry(text);

describe('A signed entry', () => {
  it('is the canonical text of the whole entry', () => {
    expect(text).toBe(canonicalText(entry));
    expect(entry).toEqual({ ...unsigned, w: key.id, sig: entry.sig });
  });

  it('says the same whatever the order in which its fields were given', () => {
    const turned = Object.fromEntries(Object.entries(unsigned).toReversed()) as unknown as typeof unsigned;
    expect(signEntry(turned, key)).toBe(text);
  });

  it('bears a signature over everything but the signature', () => {
    expect(signatureHolds(entry, publicKey)).toBe(true);
  });

  it.each<[keyof Entry, unknown]>([
    ['v', 2],
    ['log', 'other'],
    ['stream', 'gift-2'],
    ['rev', 18],
    ['id', 'e-2'],
    ['type', 'GiftTaken'],
    ['tv', 1],
    ['at', '2026-07-01T16:30:00.001Z'],
    ['by', 'a-2'],
    ['org', 'o-2'],
    ['cmd', 'c-2'],
    ['prev', ''],
    ['data', { ...unsigned.data, count: 4 }],
    ['data', { ...unsigned.data, more: 1 }],
    ['data', { ...unsigned.data, codes: ['B', 'A'] }],
    ['enc', []],
    ['enc', [part, part]],
    ...Object.keys(part).map((name): [keyof Entry, unknown] => ['enc', [{ ...part, [name]: 'x' }]]),
    ['w', 'w-0000000000000000'],
    ['sig', randomBytes(64).toString('base64')],
    ['sig', ''],
  ])('whose %s was changed to %j is not signed any more', (name, value) => {
    expect(signatureHolds({ ...entry, [name]: value }, publicKey)).toBe(false);
  });

  it('is not signed by a signature in another spelling', () => {
    const url = entry.sig.replaceAll('+', '-').replaceAll('/', '_');
    const last = entry.sig.slice(0, -3) + String.fromCharCode(entry.sig.charCodeAt(entry.sig.length - 3) + 1) + '==';
    for (const sig of [
      `${entry.sig}\n`,
      entry.sig.replace('==', ''),
      `${entry.sig}AAAA`,
      ...(url === entry.sig ? [] : [url]),
    ])
      expect(signatureHolds({ ...entry, sig }, publicKey)).toBe(false);
    expect(Buffer.from(last, 'base64')).toHaveLength(64);
    expect(signatureHolds({ ...entry, sig: last }, publicKey)).toBe(false);
  });

  it('is not signed by another key', () => {
    expect(signatureHolds(entry, publicKeyOf(writerKey().publicKey))).toBe(false);
  });

  it.each<[string, Partial<Entry>]>([
    ['a fraction', { data: { count: 0.5 } }],
    ['nothing at all in a field', { data: { count: undefined } }],
    ['a date', { data: { at: new Date(0) } }],
    ['half a letter', { by: '\ud842' }],
    ['a fraction in its revision', { rev: 0.5 }],
  ])('cannot be made of %s', (_what, change) => {
    expect(() => signEntry({ ...unsigned, ...change }, key)).toThrow(NotCanonical);
  });
});

describe('Reading an entry', () => {
  const changed = (change: Record<string, unknown>): string =>
    canonicalText(
      Object.fromEntries(Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined)),
    );

  it.each(Object.keys(entry))('misses %s', (name) => {
    for (const read of [readEntry, parseEntry]) expect(() => read(changed({ [name]: undefined }))).toThrow(NotAnEntry);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another version of the format', { v: 2 }],
    ['a revision below 0', { rev: -1 }],
    ['a revision as text', { rev: '17' }],
    ['shape 0', { tv: 0 }],
    ['an empty stream name', { stream: '' }],
    ['no previous hash', { prev: null }],
    ['data as a list', { data: [] }],
    ['data that is nothing', { data: null }],
    ['ciphertexts as an object', { enc: {} }],
    ['a ciphertext that is nothing', { enc: [null] }],
    ['a ciphertext of another algorithm', { enc: [{ ...part, alg: 'A128GCM' }] }],
    ['a ciphertext with a field too many', { enc: [{ ...part, more: 'x' }] }],
    ['a ciphertext without a tag', { enc: [{ ...part, tag: '' }] }],
    ['a field too many', { more: 1 }],
    ['a field too many with a name that every object inherits', { constructor: 1 }],
    ['another such', { toString: 'a' }],
  ])('refuses %s', (_what, change) => {
    for (const read of [readEntry, parseEntry]) expect(() => read(changed(change))).toThrow(NotAnEntry);
  });

  it.each(['null', '1', '"a"', '[]', '{}'])('refuses %s', (spelling) => {
    for (const read of [readEntry, parseEntry]) expect(() => read(spelling)).toThrow(NotAnEntry);
  });

  it('refuses what is not JSON', () => {
    expect(() => parseEntry('{')).toThrow(NotAnEntry);
    expect(() => readEntry('{')).toThrow(NotCanonical);
  });

  it('for an auditor refuses another spelling, which the product itself may read', () => {
    const spelling = text.replace('"at":', '"at": ');
    expect(() => readEntry(spelling)).toThrow(NotCanonical);
    expect(parseEntry(spelling)).toEqual(entry);
  });
});

describe('The leaf hash', () => {
  it('is that of RFC 6962: SHA-256 over a zero byte and the leaf', () => {
    // Test vectors of Certificate Transparency: MerkleTreeTest, leaves "" and "\0".
    expect(Buffer.from(leafHash(''), 'base64').toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(Buffer.from(leafHash('\u0000'), 'base64').toString('hex')).toBe(
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    );
  });

  it.each(['a', '志册', '𠮷'.repeat(1_000), text])('is over the UTF-8 bytes of the text', (leaf) => {
    expect(leafHash(leaf)).toBe(
      createHash('sha256')
        .update(Buffer.concat([Buffer.from([0]), Buffer.from(leaf, 'utf8')]))
        .digest('base64'),
    );
  });
});

describe('A writer key', () => {
  it('comes back from its PEM with the same name', () => {
    expect(writerKey(key.pem)).toMatchObject({ id: key.id, publicKey: key.publicKey });
    expect(signatureHolds(readEntry(signEntry(unsigned, writerKey(key.pem))), publicKey)).toBe(true);
  });

  it('is named after its public half', () => {
    const raw = Buffer.from(key.publicKey, 'base64');
    expect(raw).toHaveLength(32);
    expect(key.id).toBe(`w-${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`);
    expect(writerKeyId(key.publicKey)).toBe(key.id);
    expect(writerKey().id).not.toBe(key.id);
  });

  it('is Ed25519 and nothing else', () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
      format: 'pem',
      type: 'pkcs8',
    }) as string;
    expect(() => writerKey(pem)).toThrow('Ed25519');
  });
});
