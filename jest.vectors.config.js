import house from './jest.config.js';

/** Our notes and proofs before other people's verifiers: `npm run test:vectors`; needs Go with golang.org/x/mod, and OpenSSL. */
/** @type {import('jest').Config} */
export default {
  ...house,
  roots: ['<rootDir>/test/vectors'],
  testMatch: ['**/*.vectors-spec.ts'],
  testTimeout: 300_000,
};
