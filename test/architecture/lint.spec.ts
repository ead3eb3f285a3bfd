import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const house = join(import.meta.dirname, '../..');
const slice = 'libs/donation/donation.decider.ts';
const projection = 'projections/donation-book/donation-book.projection.ts';
const spec = 'libs/donation/donation.decider.spec.ts';

// The planted texts are not on disk, so the compiler does not know them: rules that need types are asked for below.
const withoutTypes = {
  files: ['**/*.ts'],
  ...tseslint.configs.disableTypeChecked,
  languageOptions: { parserOptions: { projectService: false, project: false, program: null } },
} as Linter.Config;
const eslint = new ESLint({ cwd: house, overrideConfig: [withoutTypes] });

async function rulesBrokenBy(text: string, file: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(house, file) });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

const lines = (count: number, line: string) => `${line}\n`.repeat(count);

describe('lint in the house', () => {
  beforeAll(() => rulesBrokenBy('export {};\n', slice), 60_000);

  it.each([
    ['the clock as a date', slice, 'export const at = new Date();'],
    ['a date made of a text', slice, "export const at = new Date('2026-11-22');"],
    ['the clock as a number', slice, 'export const at = Date.now();'],
    ['the clock as a text', slice, 'export const at = Date();'],
    ['chance', slice, 'export const luck = Math.random();'],
    ['the clock in a policy', 'libs/policy/hours.ts', 'export const at = new Date();'],
    ['the clock in the kernel', 'libs/kernel/time.ts', 'export const at = new Date();'],
    ['the clock in the calendar', 'libs/reference/calendar.ts', 'export const at = Date.now();'],
    ['the clock in a query', 'projections/donation-book/donation-book.query.ts', 'export const at = Date.now();'],
    ['a skipped test', spec, "it.skip('gives', () => {});"],
    ['a skipped table of tests', spec, "it.skip.each([1])('gives %d', () => {});"],
    ['a test that silences its neighbours', spec, "describe.only('gift', () => {});"],
    ['a test put off', spec, "it.todo('gives');"],
    ['a test crossed out', spec, "xit('gives', () => {});"],
    ['a focused test', 'test/stories/gift.e2e-spec.ts', "fit('gives', () => {});"],
    ['a fold without its row type', projection, 'export const book: Book = { on: { Given: (row) => ({ ...row }) } };'],
  ])('refuses %s', async (_what, file, text) => {
    expect(await rulesBrokenBy(text, file)).toContain('no-restricted-syntax');
  });

  it.each([
    ['the environment', 'export const home = process.env.HOME;', 'no-restricted-globals'],
    ['the stopwatch', 'export const at = performance.now();', 'no-restricted-globals'],
    ['any', 'export const gift: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['an unused name', 'const gift = 1;', '@typescript-eslint/no-unused-vars'],
    ['the in-process bus', "export { EventBus } from '@nestjs/cqrs';", 'no-restricted-imports'],
    ['a saga', "import { Saga } from '@nestjs/cqrs';\nexport const saga = Saga;", 'no-restricted-imports'],
    ['five parameters', 'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];', 'max-params'],
    [
      'a named fold without its row type',
      'export const given = (row: object) => row;',
      '@typescript-eslint/explicit-function-return-type',
      projection,
    ],
    ['a file of 251 lines', lines(251, 'export {};'), 'max-lines'],
    ['a function of 51 lines', `export function f() {\n${lines(49, 'f();')}}`, 'max-lines-per-function'],
  ])('refuses %s', async (_what, text, rule, file = slice) => {
    expect(await rulesBrokenBy(text, file)).toContain(rule);
  });

  it.each([
    [
      'a date read from a number in the kernel',
      'libs/kernel/time.ts',
      'export const day = (ms: number) => new Date(ms);',
    ],
    ['the clock at the door', 'apps/api/src/clock.ts', 'export const now = () => new Date();'],
    ['the clock in the store', 'libs/event-store/ledger.ts', 'export const now = () => Date.now();'],
    ['a long test', spec, `it('gives', () => {\n${lines(60, 'f();')}});\nfunction f() {}`],
    ['a file of 250 lines', slice, lines(250, 'export {};')],
    ['a function of 50 lines', slice, `export function f() {\n${lines(48, 'f();')}}`],
    [
      'a typed fold',
      projection,
      'export const book: Book = { key: () => 1, on: { Given: (row): Row => [1].map(() => row) } };',
    ],
    ['the command bus', 'apps/api/src/gift.ts', "export { CommandBus, QueryBus } from '@nestjs/cqrs';"],
  ])('accepts %s', async (_what, file, text) => {
    expect(await rulesBrokenBy(text, file)).toEqual([]);
  });

  it.each([
    '@typescript-eslint/no-floating-promises',
    '@typescript-eslint/switch-exhaustiveness-check',
    '@typescript-eslint/no-unsafe-argument',
    '@typescript-eslint/no-unsafe-return',
  ])('asks the compiler for %s in a slice', async (rule) => {
    const asConfigured = new ESLint({ cwd: house });
    const { rules } = (await asConfigured.calculateConfigForFile(join(house, slice))) as Linter.Config;

    expect([rules?.[rule]].flat()[0]).toBe(2);
  });
});
