// Given to a process of the product with --import: it dies by SIGKILL just before step KILL_AT of sealing, signing or answering.
// A step is a statement to PostgreSQL, a call to the file system, or the answer to a request. Counting begins with the first
// statement that locks the head of the tree, or the first file of what was signed.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import fs from 'node:fs/promises';
import http from 'node:http';
import process from 'node:process';

const dieAt = Number(process.env['KILL_AT'] ?? 0);
let step = 0;
let counting = false;

function pass(begins) {
  counting ||= begins;
  if (counting && ++step === dieAt) process.kill(process.pid, 'SIGKILL');
}

const { open, rename } = fs;
fs.open = (file, ...rest) => {
  pass(String(file).includes('-signed.json.'));
  return open(file, ...rest);
};
fs.rename = (...given) => {
  pass(false);
  return rename(...given);
};
const handle = await open(process.execPath);
const handles = Object.getPrototypeOf(handle);
await handle.close();
for (const name of ['writeFile', 'sync', 'close']) {
  const done = handles[name];
  handles[name] = function (...given) {
    pass(false);
    return done.apply(this, given);
  };
}
const { end } = http.ServerResponse.prototype;
http.ServerResponse.prototype.end = function (...given) {
  pass(false);
  return end.apply(this, given);
};
syncBuiltinESMExports();

const { Client } = createRequire(import.meta.url)('pg');
const { query } = Client.prototype;
Client.prototype.query = function (...given) {
  pass(String(given[0]?.text ?? given[0]).includes('proof.head for update'));
  return query.apply(this, given);
};
