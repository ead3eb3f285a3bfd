import { describe, expect, it } from '@jest/globals';
import { paperOf } from './grounds.js';
import type { Plan } from './plan.js';
import { line, grounds, plan, codes, commands } from './sign-in.examples.js';

describe('what a sheet rests on', () => {
  it('gives the reason to what is late and to nothing else, and cannot go on without one (F-05)', async () => {
    const lines = [line('甲一', { day: '2026-07-17' }), line('乙二', { day: '2026-07-16' })];
    const reasons = (made: Plan) =>
      commands(made).flatMap((command) => (command.type === 'RecordAttendance' ? [command.data.lateReasonCode] : []));
    expect(reasons(await plan(lines))).toEqual([undefined, 'PAPER_SHEET_DELAYED']);
    const without = await plan(lines, { grounds: { papers: grounds.papers } });
    expect(without.obstacles).toEqual([
      expect.stringContaining('有 1 人次超过服务结束后 10 个工作日才登记，请用 --late-reason'),
    ]);
    expect((await plan([lines[0]!], { grounds: { papers: grounds.papers } })).obstacles).toEqual([]);
  });

  it('cannot go on without the paper, and takes in no row of a day that no paper shows (F-06)', async () => {
    const lines = [line('甲一', { day: '2026-07-20' }), line('乙二', { day: '2026-07-21' })];
    expect((await plan(lines, { grounds: { papers: [] } })).obstacles).toEqual([
      expect.stringContaining('请用 --paper'),
    ]);
    const [first, second] = ['2026-07-20 签到表.jpg', '20260721.pdf'].map((name) => paperOf(name, Buffer.from(name)));
    expect(codes(await plan(lines, { grounds: { papers: [first!] } }))).toEqual([[3, 'sign_in_sheet_missing']]);
    const both = commands(await plan(lines, { grounds: { papers: [first!, second!] } }));
    const sheets = both.flatMap((command) => (command.type === 'AddEvidence' ? [command.data] : []));
    expect(sheets.map(({ sha256, evidenceKind }) => [sha256, evidenceKind])).toEqual([
      [first!.sha256, 'SIGN_IN_SHEET'],
      [second!.sha256, 'SIGN_IN_SHEET'],
    ]);
    const named = both.flatMap((command) => (command.type === 'RecordAttendance' ? [command.data.sheetId] : []));
    expect(named).toEqual(sheets.map(({ evidenceId }) => evidenceId));
  });
});
