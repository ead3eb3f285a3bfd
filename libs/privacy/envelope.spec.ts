import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { EnvelopeBroken, keyCommitment, open, seal, type Place, type Sealed, type SubjectKey } from './envelope.js';

const newKey = (): SubjectKey => ({
  kid: randomUUID(),
  subject: randomUUID(),
  group: 'identity',
  dek: randomBytes(32),
});
const key = newKey();
const place: Place = { stream: 'volunteer-1', rev: 3, type: 'ApplicationSubmitted' };
const words = '{"name":"张三𠮷"}';
const sealed: Sealed = { ...place, part: seal(words, key, place) };
const withPart = (change: Partial<Sealed['part']>): Sealed => ({ ...sealed, part: { ...sealed.part, ...change } });
const flipped = (base64: string, at = 0): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[at]! ^= 1;
  return bytes.toString('base64');
};

describe('An envelope', () => {
  it.each(['', 'a', words, '册'.repeat(10_000)])('opens at its place with its key', (text) => {
    expect(open({ ...place, part: seal(text, key, place) }, key.dek)).toBe(text);
  });

  it('opens with the same key from another copy of its bytes', () => {
    expect(open(sealed, Buffer.from(key.dek))).toBe(words);
  });

  it.each<[string, Partial<Place>]>([
    ['another stream', { stream: 'volunteer-2' }],
    ['another revision', { rev: 4 }],
    ['another event type', { type: 'ParticularsChanged' }],
  ])('does not open at %s', (_what, moved) => {
    expect(() => open({ ...sealed, ...moved }, key.dek)).toThrow(EnvelopeBroken);
  });

  it.each<[string, Partial<Sealed['part']>]>([
    ['under another key id', { kid: randomUUID() }],
    ['in another group', { g: 'contact' }],
    ['with another nonce', { iv: flipped(sealed.part.iv) }],
    ['with a changed first byte', { ct: flipped(sealed.part.ct) }],
    ['with a changed last byte', { ct: flipped(sealed.part.ct, words.length) }],
    ['with a byte too few', { ct: Buffer.from(sealed.part.ct, 'base64').subarray(0, -1).toString('base64') }],
    ['without its bytes', { ct: '' }],
    ['with a changed tag', { tag: flipped(sealed.part.tag) }],
    ['with a tag cut to 12 bytes', { tag: Buffer.from(sealed.part.tag, 'base64').subarray(0, 12).toString('base64') }],
    ['with a tag cut to 4 bytes', { tag: Buffer.from(sealed.part.tag, 'base64').subarray(0, 4).toString('base64') }],
    [
      'with a tag too long',
      { tag: Buffer.concat([Buffer.from(sealed.part.tag, 'base64'), Buffer.alloc(1)]).toString('base64') },
    ],
    ['without a tag', { tag: '' }],
    ['without a nonce', { iv: '' }],
    ['with the commitment of another key', { kc: keyCommitment(newKey()) }],
    ['without a commitment', { kc: '' }],
  ])('does not open %s', (_what, change) => {
    expect(() => open(withPart(change), key.dek)).toThrow(EnvelopeBroken);
  });

  it('does not open with another key, also when the commitment is forged to fit', () => {
    const other = newKey();
    expect(() => open(sealed, other.dek)).toThrow(EnvelopeBroken);
    expect(() => open(withPart({ kc: keyCommitment(other) }), other.dek)).toThrow(EnvelopeBroken);
  });

  it('never says in its error what it holds', () => {
    const error = (() => {
      try {
        return open(withPart({ tag: flipped(sealed.part.tag) }), key.dek);
      } catch (fault) {
        return fault as Error;
      }
    })();
    expect(error).toBeInstanceOf(EnvelopeBroken);
    expect(String((error as Error).stack)).not.toMatch(/张三|name/);
  });

  it('says nothing of the key but its commitment, which the key alone decides', () => {
    expect(sealed.part.kc).toBe(keyCommitment(key));
    expect(keyCommitment({ ...key, kid: 'k', subject: 's', group: 'free' })).toBe(keyCommitment(key));
    expect(Buffer.from(sealed.part.kc, 'base64')).toHaveLength(16);
    expect(JSON.stringify(sealed)).not.toContain(key.dek.toString('base64'));
  });

  it('takes 10,000 different nonces of 96 bits', () => {
    const nonces = new Set(Array.from({ length: 10_000 }, () => seal(words, key, place).iv));
    expect(nonces.size).toBe(10_000);
    for (const nonce of [...nonces].slice(0, 100)) expect(Buffer.from(nonce, 'base64')).toHaveLength(12);
  });

  it('hides that two texts are the same', () => {
    const [one, two] = [seal(words, key, place), seal(words, key, place)];
    expect(one.ct).not.toBe(two.ct);
    expect(one.tag).not.toBe(two.tag);
  });
});
