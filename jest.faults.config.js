import house from './jest.config.js';

/** The fault suite: `npm run test:faults`. Needs root (small mounts, strace) and Linux; see test/faults/README.md. */
/** @type {import('jest').Config} */
export default {
  ...house,
  roots: ['<rootDir>/test/faults'],
  testMatch: ['**/*.fault-spec.ts'],
  testTimeout: 180_000,
  maxWorkers: 2,
};
