import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { activityCommands } from './activity.commands.js';
import { cancel, attest, line, plan, record, span, wang, withdraw } from './activity.examples.js';

const faultsOf = (name: keyof typeof activityCommands, data: object): string[] =>
  validateSync(Object.assign(new activityCommands[name](), data)).flatMap(({ constraints }) =>
    Object.values(constraints ?? {}),
  );

describe('what an activity can be asked', () => {
  it.each([
    { type: 'PlanActivity' as const, data: plan },
    { type: 'HoldSession' as const, data: span },
    record(line(wang)),
    withdraw,
    attest(),
    attest(wang),
    cancel,
  ])('takes $type in full', ({ type, data }) => {
    expect(faultsOf(type, data)).toEqual([]);
  });

  it.each(Object.keys(activityCommands) as (keyof typeof activityCommands)[])(
    'says in Chinese what %s lacks',
    (name) => {
      const faults = faultsOf(name, {});
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(fault).toMatch(/^[\u4e00-\u9fff（）]+：/);
    },
  );

  it('takes 200 lines on a sheet and no more, and names the line that is wrong', () => {
    const sheet = (lines: object[]) => ({ ...record().data, attendances: lines });
    const lines = Array.from({ length: 201 }, () => line(wang));
    expect(faultsOf('RecordAttendance', sheet(lines.slice(1)))).toEqual([]);
    expect(faultsOf('RecordAttendance', sheet(lines))).toEqual(['签到名单：请给出 1 至 200 行']);
    expect(faultsOf('RecordAttendance', sheet([line(wang), { ...line(wang), endsAt: '24:01' }]))).toEqual([
      '签到名单第 2 行，签退时间：请填 00:00 至 24:00 的时刻，例如 09:30',
    ]);
  });

  it('refuses an empty list of those to attest: leaving it out means everybody', () => {
    expect(faultsOf('AttestAttendance', { ...attest().data, volunteerIds: [] })).toHaveLength(1);
  });
});
