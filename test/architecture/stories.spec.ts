import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../stories');
const numbers = (text: string): string[] => text.match(/F-\d\d/g) ?? [];

describe('the table of the stories', () => {
  it('names every case from F-01 to F-44, each with the files whose titles tell it', async () => {
    const table = new Map<string, string[]>();
    for (const line of (await readFile(path.join(folder, 'README.md'), 'utf8')).split('\n')) {
      const [, number, , files = ''] = line.split('|').map((cell) => cell.trim());
      if (number?.startsWith('F-')) table.set(number, files.match(/[a-z-]+\.spec\.ts/g) ?? []);
    }
    const told = new Map([...table.keys()].map((number): [string, string[]] => [number, []]));
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.spec.ts')).toSorted()) {
      const text = await readFile(path.join(folder, file), 'utf8');
      const titles = [...text.matchAll(/(?:it|describe)\(['`](.*)|\/\/ (F-.*)/g)].map(([all]) => all);
      for (const number of new Set(titles.flatMap(numbers))) told.get(number)?.push(file);
    }
    expect([...told]).toEqual([...table]);
    expect([...table.keys()]).toEqual(Array.from({ length: 44 }, (_none, i) => `F-${String(i + 1).padStart(2, '0')}`));
    expect([...table].filter(([, files]) => files.length === 0).map(([number]) => number)).toEqual([]);
  });
});
