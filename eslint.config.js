import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import machinery from './test/architecture/machinery.cjs';

const specs = ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*.fault-spec.ts'];
const pureMachinery = ['kernel', 'policy', 'reference'];
const busyRooms = machinery.filter((room) => !pureMachinery.includes(room)).map((room) => `libs/${room}/**`);

const forbidden = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));

const clockAndChance = [
  ...forbidden(
    'Time comes with the command: replay must give the same answer in ten years.',
    'MemberExpression[object.name="Date"][property.name="now"]',
    'CallExpression[callee.name="Date"]',
  ),
  ...forbidden(
    'Chance comes with the command: replay must give the same answer.',
    'MemberExpression[object.name="Math"][property.name="random"]',
  ),
  ...forbidden(
    'A decision does not depend on the machine it is made on.',
    'MemberExpression[object.name="globalThis"]',
  ),
];
const today = forbidden('Time comes with the command.', 'NewExpression[callee.name="Date"][arguments.length=0]');
const anyDate = forbidden(
  'Days are plain YYYY-MM-DD of Asia/Shanghai; the calendar is libs/kernel/time and libs/reference.',
  'NewExpression[callee.name="Date"]',
);
// TypeScript does not see an excess property in an arrow whose return type only comes from its context, so a misspelt
// column would be folded into nothing.
const untypedFold = forbidden(
  'Write the row type behind the parameters, or a misspelt column compiles.',
  'Property[key.name!="key"][key.name!="keyOf"] > :function:not([returnType])',
);
const unrunTests = forbidden(
  'A test that does not run guards nothing.',
  'MemberExpression[object.name=/^(?:describe|it|test)$/][property.name=/^(?:skip|only|todo|failing)$/]',
  'CallExpression[callee.name=/^(?:fit|xit|fdescribe|xdescribe|xtest)$/]',
);

const machineGlobals = [
  'process',
  'performance',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
];
const noMachine = [
  'error',
  ...machineGlobals.map((name) => ({ name, message: 'Pure code takes what it needs as a parameter.' })),
];

export default defineConfig(
  globalIgnores([
    '**/dist',
    '**/node_modules',
    'data',
    'coverage',
    'test/architecture/planted',
    'apps/console/src/api/api.d.ts',
    'apps/api/src/docs/answers.ts',
  ]),
  js.configs.recommended,
  // Control characters in what people paste are looked for on purpose.
  { rules: { 'no-control-regex': 'off' } },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Under verbatimModuleSyntax `import { type A }` still runs the file it only wants a type of.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An `async` method of a port that awaits nothing still turns a throw into the rejection the port promises.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      // Chinese text is indented with the ideographic space U+3000, and what reads it must name it.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      // "modified" counts a switch once: one case for each command is a table, not a maze. ESLint also counts every
      // `??`, `?.` and default value as a branch, hence two more than the eight branches a reader counts.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/cqrs',
              importNames: ['EventBus', 'EventPublisher', 'AggregateRoot', 'Saga', 'EventsHandler'],
              message: 'The in-process event bus loses events and their order; read models follow the store.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'projections/**/*.ts'],
    ignores: [...specs, ...busyRooms],
    rules: { 'no-restricted-globals': noMachine, 'no-restricted-syntax': ['error', ...clockAndChance, ...anyDate] },
  },
  {
    files: ['libs/{kernel,reference}/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance, ...today] },
  },
  {
    files: ['projections/**/*.projection.ts'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      'no-restricted-syntax': ['error', ...clockAndChance, ...anyDate, ...untypedFold],
    },
  },
  {
    files: ['apps/console/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
          name,
          message: 'Nothing about a person stays in the browser.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        ...forbidden(
          'The page is made of elements; markup made of text is a door for scripts.',
          'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          'AssignmentExpression[left.property.name=/^(?:innerHTML|outerHTML|cssText)$/]',
        ),
      ],
    },
  },
  {
    // Markup is long where it is plain: what is shown, in its order.
    files: ['apps/console/src/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 20, variant: 'modified' }],
    },
  },
  {
    files: [...specs, 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', ...unrunTests],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['module', 'require', 'process', 'console', 'URL', '__dirname'].map((name) => [name, 'readonly']),
      ),
    },
  },
);
