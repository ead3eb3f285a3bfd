import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsListOf } from './nested-list.js';
import { IsWholeNumber, Maybe } from './validators.js';

class Line {
  @IsWholeNumber('分钟', 1, 1440)
  serviceMinutes!: number;

  @Maybe()
  @IsWholeNumber('名额', 1, 9)
  places?: number;
}

class Sheet {
  @IsListOf('名单', Line, { min: 1, max: 2 })
  lines!: unknown;
}

const faultsOf = (lines: unknown): string[] =>
  validateSync(Object.assign(new Sheet(), { lines })).flatMap(({ constraints }) => Object.values(constraints ?? {}));

describe('a list of objects in a command', () => {
  it('takes its least and its greatest number of lines, a field left out, and leaves the items plain', () => {
    expect(faultsOf([{ serviceMinutes: 1 }])).toEqual([]);
    expect(faultsOf([{ serviceMinutes: 1 }, { serviceMinutes: 1440, places: 9 }])).toEqual([]);
  });

  it.each([
    [[]],
    [[{ serviceMinutes: 1 }, { serviceMinutes: 1 }, { serviceMinutes: 1 }]],
    ['text'],
    [undefined],
    [null],
  ])('refuses %j by its size', (lines) => {
    expect(faultsOf(lines)).toEqual(['名单：请给出 1 至 2 行']);
  });

  it('names line and field of every fault at once', () => {
    expect(faultsOf([{ serviceMinutes: 0 }, { serviceMinutes: 5, places: null }])).toEqual([
      '名单第 1 行，分钟：请填 1 至 1440 的整数；名单第 2 行，名额：请填 1 至 9 的整数',
    ]);
  });

  it.each([[7], [null], ['text'], [[]]])('refuses the item %j', (item) => {
    expect(faultsOf([item])).toEqual(['名单第 1 行：应是一组字段']);
  });

  it('refuses a field that the shape does not have', () => {
    expect(faultsOf([{ serviceMinutes: 5, creditedTwice: true }])).toEqual(['名单第 1 行，creditedTwice：没有这一项']);
  });
});
