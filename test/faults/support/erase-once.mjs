// Does the erasures that were approved, with the eraser of the product as compiled, and dies by SIGKILL right after the step
// KILL_AFTER: no exception, no exit handler, no end of a transaction.
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import process from 'node:process';

const { DIST, KILL_AFTER, DATA_DIR } = process.env;
const room = (name) => import(pathToFileURL(path.join(DIST, `libs/house/${name}.js`)).href);
const [{ openHouse }, { Eraser }] = await Promise.all([room('house'), room('eraser')]);

const die = () => process.kill(process.pid, 'SIGKILL');
const house = await openHouse({ dataDir: DATA_DIR, env: process.env });
// Approval is the first of the eight steps, and all of it is in the log already.
if (KILL_AFTER === 'approval') die();
await new Eraser({
  ...house,
  now: house.time,
  onStep: (step) => {
    if (step === KILL_AFTER) die();
  },
}).run();
await house.close();
process.stdout.write('erased\n');
