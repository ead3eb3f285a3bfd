import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jsQr from 'jsqr';
import { checkpointText } from '#libs/proof/checkpoint';
import { keyTypes, signerKey, signNote, writeNote } from '#libs/proof/note';
import { paperLines, readPaper } from '#libs/proof/paper';
import { leafHashOf } from '#libs/proof/tree';
import { checkpointPageHtml, qrModules } from './checkpoint-page.js';

const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const checkpoint = {
  origin: 'zhice/d9a1d2b0-5a3e-4c8a-a3b9-8d3f2f6f0a11',
  size: 1_234_567,
  root: leafHashOf(Buffer.from('x')),
};
const text = checkpointText(checkpoint);
const note = writeNote({
  text,
  signatures: [
    signNote(text, signerKey(checkpoint.origin, keyTypes.log, pem())),
    ...['witness.示例.上级', 'witness.example.org/jiwei'].map((name) =>
      signNote(text, signerKey(name, keyTypes.witness, pem()), 1_795_000_000),
    ),
  ],
});
const page = checkpointPageHtml({
  note,
  log: checkpoint.origin,
  size: checkpoint.size,
  lines: paperLines(checkpoint),
  logKeys: ['zhice/<b>+00000000+AAAA'],
  witnesses: ['witness.示例.上级'],
  printedAt: '2026年11月28日 09:00',
});

/** What a scanner sees: four dots a module and the quiet zone. */
function scanned(isDark: (x: number, y: number) => boolean, size: number): string {
  const [quiet, scale] = [4, 4];
  const side = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        pixels.fill(
          0,
          ((y + quiet * scale) * side + x + quiet * scale) * 4,
          ((y + quiet * scale) * side + x + quiet * scale) * 4 + 3,
        );
  const decode = ((jsQr as unknown as { default?: typeof jsQr }).default ?? jsQr) as unknown as (
    data: Uint8ClampedArray,
    width: number,
    height: number,
  ) => { readonly binaryData: readonly number[] } | null;
  return Buffer.from(decode(pixels, side, side)?.binaryData ?? []).toString('utf8');
}

describe('A checkpoint printed', () => {
  it('holds the whole signed note in its QR code, byte for byte', () => {
    const { size, isDark } = qrModules(note);
    expect(scanned(isDark, size)).toBe(note);
    const dark = new Set(
      [...page.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${Number(x) - 4} ${Number(y) - 4}`),
    );
    expect(scanned((x, y) => dark.has(`${x} ${y}`), size)).toBe(note);
  });

  it('holds the six lines that are typed in again, and says in Chinese what it is for', () => {
    const [, groups = ''] = /<p class="groups">([^<]+)<\/p>/.exec(page) ?? [];
    expect(readPaper(groups)).toEqual(checkpoint);
    expect(page).toContain('以后任何人改动、删除或插入以前的记录');
    expect(page).toContain('接收人（签名、盖章）');
  });

  it('writes names as text', () => expect(page).toContain('zhice/&lt;b&gt;+'));
});
