import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { NotAllowed } from '#libs/counter/counter';
import { Refused } from '#libs/event-store/ledger';
import { StoreUnavailable } from '#libs/event-store/port';
import { SheetRejected } from '#libs/intake/sheet-rejected';
import { StartRefused } from '#libs/postgres/fault';
import { CliFault, usageFault } from './cli-fault.js';
import { toldOf } from './failure.js';

describe('A failure as the user hears it', () => {
  it('says a refused rule in Chinese, with exit code 1', () => {
    expect(toldOf(new Refused({ refused: 'team_must_be_established', details: { count: 2 } }))).toMatchObject({
      exitCode: 1,
    });
    expect(toldOf(new Refused({ refused: 'nobody_attests_their_own_hours' })).message).toMatch(/[\u4e00-\u9fff]/);
    expect(toldOf(new NotAllowed('out_of_scope'))).toMatchObject({ exitCode: 1 });
  });

  it('tells the remedy of a sheet that cannot be read', () => {
    expect(toldOf(new SheetRejected('file_empty', '文件是空的。', '请重新导出。'))).toEqual({
      message: '文件是空的。',
      remedy: '请重新导出。',
      exitCode: 1,
    });
  });

  it('answers 2 for words it does not understand', () => {
    expect(toldOf(usageFault('没有这个角色。'))).toMatchObject({ exitCode: 2 });
    expect(toldOf(new CommanderError(1, 'commander.unknownOption', "error: unknown option '--nope'"))).toMatchObject({
      message: '没有 --nope 这个选项。',
      exitCode: 2,
    });
  });

  it('answers 3 where the machine is not fit', () => {
    expect(toldOf(new StartRefused('数据库版本太旧。', '请升级。'))).toEqual({
      message: '数据库版本太旧。',
      remedy: '请升级。',
      exitCode: 3,
    });
    expect(toldOf(new StoreUnavailable('ECONNREFUSED'))).toMatchObject({ exitCode: 3 });
    expect(toldOf(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))).toMatchObject({
      exitCode: 3,
    });
  });

  it('keeps technical words to itself', () => {
    expect(toldOf(new TypeError('x is not a function')).message).toBe('程序出错，没有办成。');
    expect(toldOf(new CliFault('查无此人。'))).toEqual({ message: '查无此人。', remedy: undefined, exitCode: 1 });
  });
});
