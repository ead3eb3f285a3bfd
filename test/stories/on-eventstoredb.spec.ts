/**
 * The same stories with the log on EventStoreDB, over a socket to the protocol server. The rest of them run so in CI
 * (`.ci/run eventstoredb`).
 */
process.env['ZHICE_TEST_STORE'] = 'eventstoredb';
await import('./thin-path.spec.js');
await import('./hours-corrected.spec.js');
await import('./year-close.spec.js');
