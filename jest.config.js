import { existsSync } from 'node:fs';

// Browser tests run where a browser is, and always in CI, which installs one. The legs on other Node versions leave them out.
const { CI, CHROMIUM = '/usr/bin/chromium', ZHICE_BROWSER } = process.env;
const withBrowser = ZHICE_BROWSER !== 'no' && (CI !== undefined || existsSync(CHROMIUM));

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/projections', '<rootDir>/test'],
  testEnvironment: 'node',
  // A busy machine is slow, not wrong: databases are made and dropped in hooks.
  testTimeout: 60_000,
  // A worker keeps what the modules of each file were: after a hundred files it collects garbage more than it tests.
  workerIdleMemoryLimit: '1GB',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/', ...(withBrowser ? [] : ['/test/console/browser/'])],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
