import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

// Some packages load in Node and not in jest, for instance those that `require` an ESM-only one: found here, at an
// upgrade, and not in whichever spec happens to import them first.
/** Packages that refuse their root on purpose, with what is taken of them. */
const parts: Readonly<Record<string, string>> = {
  '@noble/curves': '@noble/curves/ed25519.js',
  '@noble/hashes': '@noble/hashes/sha2.js',
};

describe('every run-time dependency', () => {
  it.each(Object.keys(dependencies))('%s can be imported in a test', async (name) => {
    await expect(import(parts[name] ?? name)).resolves.toBeDefined();
  });
});
