import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { BoxBroken, isBoxKey, isSealedBox, openBox, sealFor } from './sealed-box.js';

const reader = generateKeyPairSync('x25519');
const words = '{"format":"zhice-bundle@1","说明":"𠮷䶮"}';
const sealed = sealFor(words, reader.publicKey);
const changed = (name: 'from' | 'iv' | 'tag' | 'ct'): string => {
  const box = JSON.parse(sealed) as Record<string, string>;
  const bytes = Buffer.from(box[name]!, 'base64');
  bytes[bytes.length - 1]! ^= 1;
  return JSON.stringify({ ...box, [name]: bytes.toString('base64') });
};

describe('A text sealed for one reader', () => {
  it('opens with the reader’s key and shows nothing before', () => {
    expect(isSealedBox(sealed)).toBe(true);
    expect(isSealedBox(words)).toBe(false);
    expect(sealed).not.toContain('𠮷');
    expect(openBox(sealed, reader.privateKey)).toBe(words);
    expect(sealFor(words, reader.publicKey)).not.toBe(sealed);
  });

  it('does not open with another key', () => {
    expect(() => openBox(sealed, generateKeyPairSync('x25519').privateKey)).toThrow(BoxBroken);
  });

  it.each(['from', 'iv', 'tag', 'ct'] as const)('does not open with a changed %s', (name) => {
    expect(() => openBox(changed(name), reader.privateKey)).toThrow(BoxBroken);
  });

  it.each([
    ['nothing', ''],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['one that was cut off', sealed.slice(0, -9)],
  ])('is not %s', (_, text) => {
    expect(() => openBox(text, reader.privateKey)).toThrow(BoxBroken);
  });

  it('takes no key of another kind', () => {
    expect(isBoxKey(reader.publicKey)).toBe(true);
    expect(isBoxKey(generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });
});
