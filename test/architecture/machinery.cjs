/**
 * Every folder of libs that is not named here is a slice and is guarded as one, so that a new slice is guarded
 * without being listed. Read by .dependency-cruiser.cjs and eslint.config.js.
 */
module.exports = [
  'kernel',
  'policy',
  'reference',
  'files',
  'postgres',
  'event-store',
  'projection-engine',
  'outbox',
  'proof',
  'privacy',
  'sealing',
  'verifying',
  'timestamp',
  'access',
  'forms',
  'intake',
  'counter',
  'house',
  'books',
  'importing',
  'demo',
];
