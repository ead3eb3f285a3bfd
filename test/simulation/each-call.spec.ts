import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOfEach, storyOfFault, underOneFault, type OneFaultRun } from './each-call.js';
import type { FaultAt } from './one-fault.js';

const fates: readonly FaultAt['fate'][] = ['refused', 'unwanted', 'late', 'deaf', 'dies'];
const timeoutMilliseconds = 300_000;

/** `SIM_FAULT=deaf:17`: that one alone. */
function oneOf(text: string): FaultAt {
  const [, fate, call] = /^(\w+):(\d+)$/.exec(text) ?? [];
  if (!fates.includes(fate as FaultAt['fate']))
    throw new RangeError(`SIM_FAULT=${text} is not <${fates.join('|')}>:<n>`);
  return { fate: fate as FaultAt['fate'], call: Number(call) };
}
const one = process.env['SIM_FAULT'];
const asked = one === undefined ? undefined : oneOf(one);
// 1 unless told: where another run takes every call, every tenth will do.
const every = Number(process.env['SIM_EVERY'] ?? 1);

describe('a scenario in which one call fails, once', () => {
  let undisturbed: OneFaultRun;
  // Thrown by the thousand and read by nobody.
  const { stackTraceLimit } = Error;
  beforeAll(async () => {
    Error.stackTraceLimit = 0;
    undisturbed = await underOneFault();
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  it('is what it says where nothing fails', () => {
    expect(undisturbed.broken).toEqual([]);
    const types = undisturbed.said.map((line) => line.split(' ').at(-1));
    expect(types.filter((type) => type?.startsWith('ServiceHours')).toSorted()).toEqual([
      'ServiceHoursConflicted',
      'ServiceHoursCredited',
      'ServiceHoursCredited',
      'ServiceHoursReversed',
    ]);
    expect(undisturbed.letters).toBe(2);
    // Every port is called, and every kind of fault has calls that it may strike.
    for (const word of ['append', 'read log', 'sql', 'letter'])
      expect(undisturbed.trace.some((step) => step.includes(word))).toBe(true);
    expect(fates.filter((fate) => !undisturbed.calls.some((offered) => offered.includes(fate)))).toEqual([]);
  });

  it.each(asked ? [asked.fate] : fates)(
    'keeps every promise and comes to the same end: %s, at each call that it may strike',
    async (fate) => {
      const all = asked ? [asked] : faultsOfEach(undisturbed);
      for (const fault of all.filter((each, i) => each.fate === fate && (asked !== undefined || i % every === 0))) {
        const run = await underOneFault({ fault });
        const isSame = run.said.join() === undisturbed.said.join() && run.letters === undisturbed.letters;
        if (run.struck && run.broken.length === 0 && isSame) continue;
        const ends = isSame ? [] : ['the log or the letters are not those of the undisturbed run'];
        Error.stackTraceLimit = stackTraceLimit;
        throw new Error(storyOfFault(fault, { ...run, broken: [...run.broken, ...ends] }));
      }
    },
    timeoutMilliseconds,
  );
});
