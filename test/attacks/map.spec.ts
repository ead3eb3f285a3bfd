import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const attackCount = 45;
/** What came to mind after the numbered ones. */
const addedCount = 9;

interface Row {
  readonly number: string;
  readonly checks: readonly string[];
  readonly file: string;
  readonly tests: readonly string[];
}

const rowOf = (line: string): Row => {
  const [, number = '', , checks = '', file = '', tests = ''] = line.split('|').map((cell) => cell.trim());
  return {
    number,
    checks: checks.split(',').map((check) => check.trim()),
    file: file.replaceAll('`', ''),
    tests: [...tests.matchAll(/"([^"]+)"/g)].map(([, name]) => name!),
  };
};

const placesOf = (spec: string, tests: readonly string[]): number[] =>
  tests.map((name) => spec.indexOf(`'${name}'`)).toSorted((a, b) => a - b);

describe('The map of the attacks', () => {
  let rows: Row[];
  beforeAll(async () => {
    const map = await readFile(path.join(import.meta.dirname, 'README.md'), 'utf8');
    rows = map
      .split('\n')
      .filter((line) => /^\| [\dN+]/.test(line))
      .map(rowOf);
  });

  it('names every attack once, and the two limits', () => {
    const numbered = rows.map(({ number }) => number).filter((number) => number !== '+' && number !== '0');
    expect(numbered).toEqual([...Array.from({ length: attackCount }, (_, i) => String(i + 1)), 'N1', 'N2']);
    expect(rows.filter(({ number }) => number === '+')).toHaveLength(addedCount);
  });

  it('names tests that are there and are not passed over', async () => {
    for (const { number, file, tests } of rows) {
      const spec = await readFile(path.join(root, file), 'utf8');
      expect({ number, tests: tests.filter((name) => !spec.includes(`'${name}'`)) }).toEqual({ number, tests: [] });
      expect(tests.length).toBeGreaterThan(0);
      expect(spec).not.toMatch(/\.(skip|todo|only)\b|\bx(it|describe)\(/);
    }
  });

  it('names checks that stand between the name of its test and the next one', async () => {
    for (const { number, file, tests, checks } of rows.filter(
      (row) => /^[\d+]/.test(row.number) && row.number !== '0',
    )) {
      const spec = await readFile(path.join(root, file), 'utf8');
      const begins = placesOf(spec, tests);
      const others = rows.filter((row) => row.file === file && row.number !== number).flatMap((row) => row.tests);
      const next = placesOf(spec, others).find((place) => place > begins[0]!);
      const own = spec.slice(begins[0], next);
      expect({ number, checks: checks.filter((check) => !own.includes(check)) }).toEqual({ number, checks: [] });
    }
  });
});
