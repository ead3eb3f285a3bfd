import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Versions = { [name: string]: string | Versions };
type Manifest = { dependencies: Versions; devDependencies: Versions; overrides: Versions };
type Lock = { packages: Record<string, { version?: string; resolved?: string }> };

const house = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(house, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as Lock;

const leaves = (versions: Versions): [string, string][] =>
  Object.entries(versions).flatMap(([name, version]) =>
    typeof version === 'string' ? ([[name, version]] as [string, string][]) : leaves(version),
  );
const asked = [manifest.dependencies, manifest.devDependencies, manifest.overrides].flatMap(leaves);

describe('what is installed', () => {
  it('comes from whichever registry the machine uses: the lock records no addresses', () => {
    const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);

    expect(addressed).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it.each(asked)('%s is asked for as exactly one version', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/);
  });

  it.each(Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))(
    '%s is locked as it is asked for',
    (name, version) => {
      expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
    },
  );
});

describe('the repository', () => {
  // Written in pieces, so that this file does not name what it looks for.
  const outside = [['..', 'shared'].join('/'), ['', 'work', ''].join('/')];

  it('stands alone: no file refers to the desk it was written at', () => {
    const files = filesOf('.');
    const named = files.filter((file) => outside.some((place) => read(file).includes(place)));

    expect(files).toContain('package.json');
    expect(named).toEqual([]);
  });
});

/** Walks the checkout and not git, because the archive of a release has no `.git`. */
function filesOf(folder: string): string[] {
  const ignored = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', '.env', 'package-lock.json']);
  return readdirSync(join(house, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name);
    if (ignored.has(entry.name) || entry.name.endsWith('.log')) return [];
    if (entry.isDirectory()) return filesOf(file);
    return entry.isFile() ? [file] : [];
  });
}
