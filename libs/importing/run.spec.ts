import { describe, expect, it } from '@jest/globals';
import { NotAllowed, type AnyCommand } from '#libs/counter/counter';
import { Refused, type Receipt } from '#libs/event-store/ledger';
import { AppendOutcomeUnknown, StoreUnavailable, type Position } from '#libs/event-store/port';
import type { BatchId, CommandId } from '#libs/kernel/ids';
import { commandIdOf, type PlannedRow, type PlannedStep } from './plan.js';
import { ImportInterrupted, ImportStopped, runPlan, type RunParts } from './run.js';

const batchId = 'e0000000-0000-4000-8000-000000000001' as BatchId;
const step = (name: string, more: Partial<PlannedStep> = {}): PlannedStep => ({
  name,
  command: { type: 'CancelActivity', data: { activityId: name, reason: '示例' } } as unknown as AnyCommand,
  ...more,
});
const row = (key: string, steps: readonly PlannedStep[], rows: readonly number[] = [Number(key)]): PlannedRow => ({
  key,
  subject: 'TEAM',
  rows,
  steps,
});
const nameOf = (command: AnyCommand): string => (command.data as { activityId: string }).activityId;

/** A counter that remembers what it was given; `says` may object. */
const counter = (says: (name: string, attempt: number) => Error | undefined = () => undefined) => {
  const given: string[] = [];
  const parts: RunParts & { given: string[]; ids: CommandId[] } = {
    given,
    ids: [],
    submit: async (command, commandId): Promise<Receipt> => {
      const name = nameOf(command);
      given.push(name);
      parts.ids.push(commandId);
      const objection = says(name, given.filter((one) => one === name).length);
      if (objection) throw objection;
      return { stream: 'team-1', revision: given.length, position: String(given.length) as Position, leafHash: '' };
    },
    isOwn: async () => true,
    numberOf: () => undefined,
    onProgress: () => undefined,
    pauses: [0, 0],
  };
  return parts;
};

describe('writing a plan', () => {
  it('gives the steps of a row in order, each under an id of its own that is the same next time', async () => {
    const [first, second] = [counter(), counter()];
    const plan = { stages: [[row('4', [step('a'), step('b')])]] };
    await runPlan(plan, batchId, first);
    await runPlan(plan, batchId, second);
    expect(first.given).toEqual(['a', 'b']);
    expect(first.ids).toEqual([commandIdOf(batchId, '4', 'a'), commandIdOf(batchId, '4', 'b')]);
    expect(second.ids).toEqual(first.ids);
  });

  it('begins a stage when the one before it is done', async () => {
    const parts = counter();
    await runPlan(
      { stages: [[row('4', [step('a')]), row('5', [step('b')])], [row('6', [step('c')])]] },
      batchId,
      parts,
    );
    expect(parts.given.at(-1)).toBe('c');
  });

  it('ends a refused row there, says why in Chinese, and goes on with the others', async () => {
    const parts = counter((name) => (name === 'a' ? new Refused({ refused: 'activity_must_be_planned' }) : undefined));
    const outcomes = await runPlan(
      { stages: [[row('4', [step('a'), step('b')]), row('5', [step('c')])]] },
      batchId,
      parts,
    );
    expect(outcomes.map(({ row: at, outcome }) => [at, outcome])).toEqual([
      [4, 'REFUSED'],
      [5, 'WRITTEN'],
    ]);
    expect(outcomes[0]?.refusal).toContain('该活动尚未登记');
    expect(parts.given).not.toContain('b');
  });

  it('says what an account may not do', async () => {
    const outcomes = await runPlan(
      { stages: [[row('4', [step('a')])]] },
      batchId,
      counter(() => new NotAllowed('out_of_scope')),
    );
    expect(outcomes[0]?.refusal).toBe('该党组织不在当前账号的管理范围内。');
  });

  it('gives a refused list line by line, so that one bad line keeps nobody else out', async () => {
    const parts = counter((name) =>
      ['list', 'line 6'].includes(name)
        ? new Refused({ refused: 'attendance_is_recorded_once', details: { line: 2 } })
        : undefined,
    );
    const list = step('list', { rows: [5, 6, 7], apart: [5, 6, 7].map((n) => step(`line ${n}`, { rows: [n] })) });
    const outcomes = await runPlan({ stages: [[row('activity/5', [step('plan'), list], [5, 6, 7])]] }, batchId, parts);
    expect(outcomes.map(({ row: at, outcome }) => [at, outcome])).toEqual([
      [5, 'WRITTEN'],
      [6, 'REFUSED'],
      [7, 'WRITTEN'],
    ]);
  });

  it('tells what was there already from what it wrote', async () => {
    const outcomes = await runPlan({ stages: [[row('4', [step('a')])]] }, batchId, {
      ...counter(),
      isOwn: async () => false,
    });
    expect(outcomes[0]).toMatchObject({ outcome: 'EXISTING', position: '1' });
  });
});

describe('trouble with the store', () => {
  it('is tried again under the same id and forgotten', async () => {
    const parts = counter((_name, attempt) => (attempt < 3 ? new AppendOutcomeUnknown() : undefined));
    const outcomes = await runPlan({ stages: [[row('4', [step('a')])]] }, batchId, parts);
    expect(outcomes[0]?.outcome).toBe('WRITTEN');
    expect(new Set(parts.ids).size).toBe(1);
  });

  it('that does not end stops the import in order: rows under way end first, none is begun', async () => {
    const parts = counter((name) => (name === 'bad' ? new StoreUnavailable() : undefined));
    const rows = Array.from({ length: 40 }, (_none, i) => row(String(i), [step(i === 3 ? 'bad' : `ok ${i}`)]));
    const running = runPlan({ stages: [rows] }, batchId, { ...parts, pauses: [] });
    await expect(running).rejects.toThrow(ImportInterrupted);
    const given = parts.given.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(parts.given).toHaveLength(given);
    await expect(running).rejects.toThrow('执行同一条命令');
  });

  it('counts connections that the driver lost, and not mistakes of the program', async () => {
    const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
    await expect(
      runPlan({ stages: [[row('4', [step('a')])]] }, batchId, { ...counter(() => lost), pauses: [] }),
    ).rejects.toThrow(ImportInterrupted);
    await expect(
      runPlan(
        { stages: [[row('4', [step('a')])]] },
        batchId,
        counter(() => new TypeError('no')),
      ),
    ).rejects.toThrow(TypeError);
  });

  it('ends between two rows when told to stop, none of them half done, and goes on from there', async () => {
    const leaving = new AbortController();
    const rows = Array.from({ length: 40 }, (_, i) => row(String(i + 1), [step(`${i} a`), step(`${i} b`)]));
    const parts = counter((name) => (name === '12 a' ? (leaving.abort(), undefined) : undefined));
    const stopped = await runPlan({ stages: [rows] }, batchId, { ...parts, stop: leaving.signal }).catch(
      (error: unknown) => error,
    );
    expect(stopped).toBeInstanceOf(ImportStopped);
    const { doneRows, totalRows, message } = stopped as ImportStopped;
    expect([totalRows, doneRows >= 13, doneRows < 40, message.includes(`办完 ${doneRows} 行`)]).toEqual([
      40,
      true,
      true,
      true,
    ]);
    const begun = new Set(parts.given.map((name) => name.split(' ')[0]));
    for (const one of begun) expect(parts.given).toEqual(expect.arrayContaining([`${one} a`, `${one} b`]));
    expect(begun.size).toBe(doneRows);
    expect(await runPlan({ stages: [rows] }, batchId, counter())).toHaveLength(40);
  });
});
