import { jest } from '@jest/globals';

/**
 * In CI a failed test is tried once more, since some hold real limits of time (fail-over, "come again within three
 * seconds") on a machine of which nobody knows who shares it. `.ci/run` names every test that needed its second try.
 * It comes at once, before the tests after it change what it finds. On a developer's machine the first failure counts.
 */
if (process.env['CI'] !== undefined) jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
