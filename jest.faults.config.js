import house from './jest.config.js';

/** The fault suite: `npm run test:faults`; see test/faults/README.md. */
/** @type {import('jest').Config} */
export default {
  ...house,
  roots: ['<rootDir>/test/faults'],
  testMatch: ['**/*.fault-spec.ts'],
  // The first one builds the product.
  testTimeout: 600_000,
  maxWorkers: 2,
};
