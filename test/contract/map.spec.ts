import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const pointsCount = 80;

/** `3, 4` and `62, 63, 66` as numbers. */
const pointsOf = (cell: string): number[] =>
  /^[\d, ]+$/.test(cell) ? cell.split(',').map((number) => Number(number)) : [];

async function specsBelow(folder: string): Promise<string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  return names.filter((name) => /(spec|contract)\.ts$/.test(name)).map((name) => path.join(folder, name));
}

describe('The map of the contract', () => {
  let rows: string[][];
  let map: string;
  let tests: string;

  beforeAll(async () => {
    map = await readFile(path.join(import.meta.dirname, 'README.md'), 'utf8');
    rows = map
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const files = (await Promise.all(['test', 'libs', 'apps/cli'].map(specsBelow))).flat();
    tests = (await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')))).join('\n');
  });

  it('names every point once, and where it is held or why there is no such thing', () => {
    const named = rows.flatMap(([, points = '']) => pointsOf(points)).toSorted((a, b) => a - b);
    expect(named).toEqual(Array.from({ length: pointsCount }, (_, i) => i + 1));
    const held = rows.filter(([, points = '']) => pointsOf(points).length > 0).map((row) => row[3] ?? '');
    expect(held.filter((where) => !/"|`|not in the port|the same/.test(where))).toEqual([]);
  });

  it('quotes sentences of tests that are there', () => {
    const quoted = [...map.matchAll(/"([^"]+)"/g)].map(([, sentence]) => sentence!);
    expect(quoted.length).toBeGreaterThan(pointsCount);
    const pieces = quoted.flatMap((sentence) => sentence.split('…').map((piece) => piece.trim()));
    expect(pieces.filter((piece) => piece !== '' && !tests.includes(piece))).toEqual([]);
  });

  it('names files that are there', async () => {
    const named = [...map.matchAll(/`((?:test|libs|apps)\/[\w./-]+\.(?:spec|e2e-spec)\.ts)`/g)].map(
      ([, file]) => file!,
    );
    expect(named.length).toBeGreaterThan(10);
    for (const file of named) expect(await readFile(path.join(root, file), 'utf8')).toContain('describe');
  });
});
