// Counts what the legs of .ci/run came to: `node tally.mjs <folder of results>` prints a line a leg and what failed on stderr,
// and "N passed, N failed" on stdout. `node tally.mjs <folder> again <leg>` prints the test files to be tried once more.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder, act, asked] = process.argv;
/** More than these are no accident of one slow moment. */
const againMax = 6;

const filesOf = (name) => {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).testResults : undefined;
};
const isWell = ({ status, assertionResults }) =>
  status === 'passed' && assertionResults.every((test) => test.status === 'passed');

if (act === 'again') {
  const failed = (filesOf(asked) ?? []).filter((file) => !isWell(file));
  if (failed.length <= againMax) for (const { name } of failed) console.log(name);
} else tell();

function tell() {
  let [passed, failed] = [0, 0];
  const legs = readdirSync(folder)
    .filter((file) => file.endsWith('.status'))
    .map((file) => file.slice(0, -7));
  for (const leg of legs) {
    const exit = Number(readFileSync(join(folder, `${leg}.status`), 'utf8'));
    const first = filesOf(leg);
    const again = filesOf(`${leg}.again`) ?? [];
    const last = first?.map((file) => again.find(({ name }) => name === file.name) ?? file);
    const counted = countOf(last ?? []);
    // A leg that failed without a failed test counts as one failure; so does every test that was not run.
    const failures = counted.not === 0 && exit !== 0 ? 1 : counted.not;
    passed += counted.passed;
    failed += failures;
    console.error(
      `${failures === 0 ? 'ok    ' : 'FAILED'} ${leg}${last ? `: ${counted.passed} passed, ${counted.not} not` : ''}`,
    );
    // What failed is said once more at the end, where it is read when a log is cut.
    for (const { name } of again)
      sayFaults(
        first.find((file) => file.name === name),
        'first try: ',
      );
    for (const file of last ?? []) sayFaults(file, '');
  }
  console.log(`${passed} passed, ${failed} failed`);
}

function countOf(files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  return { passed, not: tests.length - passed + files.filter(isBroken).length };
}

/** A file that failed though none of its tests did: it could not be loaded, or what comes before or after its tests failed. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status === 'passed');
}

function sayFaults(file, which) {
  const { name, message, assertionResults } = file;
  for (const { fullName, status, failureMessages } of assertionResults)
    if (status !== 'passed')
      console.error(`       ${which}${name}: ${fullName}\n${shortly(failureMessages.join('\n'))}`);
  if (isBroken(file)) console.error(`       ${which}${name}\n${shortly(message)}`);
}

function shortly(text) {
  return text
    .slice(0, 1500)
    .split('\n')
    .slice(0, 12)
    .map((line) => `         ${line}`)
    .join('\n');
}
