import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

import {
  IsCodeFrom,
  IsEmailAddress,
  IsIdNumber,
  IsIdOf,
  IsListOfCodesFrom,
  IsListOfIds,
  IsListOfMobiles,
  IsListOfOfficePhones,
  IsListOfTextsUpTo,
  IsLocalDay,
  IsMobile,
  IsPersonName,
  IsReference,
  IsTextUpTo,
  IsTimeOfDayText,
  IsUnifiedCreditCode,
  IsWholeNumber,
  IsYearMonthOrDay,
  IsYesNo,
  Maybe,
} from './validators.js';

class Everything {
  @IsIdOf('编号') id: unknown;
  @IsLocalDay('日期') day: unknown;
  @IsYearMonthOrDay('出生年月') month: unknown;
  @IsTimeOfDayText('时间') time: unknown;
  @IsTextUpTo('说明', 5) text: unknown;
  @IsCodeFrom('性别', ['1', '2']) code: unknown;
  @IsWholeNumber('分钟', 1, 1440) minutes: unknown;
  @IsPersonName('姓名') name: unknown;
  @IsIdNumber('身份证号码') idNumber: unknown;
  @IsMobile('手机') mobile: unknown;
  @IsEmailAddress('电子邮箱', 30) email: unknown;
  @IsUnifiedCreditCode('信用代码') creditCode: unknown;
  @IsReference('规则包', /^[A-Z]{2}-\d{4}$/, 'ZJ-2013') pack: unknown;
  @IsYesNo('主队') flag: unknown;
  @IsListOfIds('队员', { max: 3, min: 1 }) ids: unknown;
  @IsListOfCodesFrom('同意', ['A', 'B']) codes: unknown;
  @IsListOfTextsUpTo('备注', 4, { max: 2 }) texts: unknown;
  @IsListOfMobiles('手机号码', { max: 2 }) mobiles: unknown;
  @IsListOfOfficePhones('办公电话', { max: 2 }) phones: unknown;
  @Maybe() @IsLocalDay('截止日期') until?: unknown;
}

const someId = '00000000-0000-4000-8000-000000000001';
const otherId = 'ffffffff-ffff-4fff-8fff-fffffffffff2';

const right: Record<keyof Everything, unknown[]> = {
  id: [someId, otherId],
  day: ['2028-02-29', '1900-01-01', '2026-12-31'],
  month: ['2002-02', '2002-02-28', '1999-12'],
  time: ['00:00', '23:59', '24:00'],
  text: ['好', '一二三四五', '𠮷𠮷𠮷𠮷𠮷', '一\n二'],
  code: ['1', '2'],
  minutes: [1, 720, 1440],
  name: ['丁　宜', '阿依古丽·买买提', '𠮷'.repeat(50)],
  idNumber: ['11010519491231002X', '11010519491231002x', '440524188001010014'],
  mobile: ['13800000000', '19999999999'],
  email: ['a@example.cn'],
  creditCode: ['91350100M000100Y43'],
  pack: ['ZJ-2013'],
  flag: [true, false],
  ids: [[someId], [someId, otherId]],
  codes: [[], ['A'], ['B', 'A']],
  texts: [[], ['一二三四', '二']],
  mobiles: [['13800000000']],
  phones: [['0511-85012345'], ['85012345']],
  until: [undefined, '2026-01-01'],
};

const wrong: Record<keyof Everything, [string, unknown[]]> = {
  id: ['编号：必须是编号（小写 UUID）', [undefined, null, 7, someId.toUpperCase().replace('1', 'A'), `${someId}0`]],
  day: [
    '日期：请填真实存在的日期，例如 2026-07-01',
    [undefined, null, '', '2027-02-29', '2026-7-1', '1899-12-31', 20260701],
  ],
  month: [
    '出生年月：请填年月或真实存在的日期，例如 2002-02 或 2002-02-18',
    [null, '2002', '2002-13', '2002-02-30', '200202'],
  ],
  time: ['时间：请填 00:00 至 24:00 的时刻，例如 09:30', [null, '9:30', '24:01', '12:60', 930]],
  text: [
    '说明：不能为空，最多 5 个字，不能含有看不见的字符',
    [undefined, null, '', ' 　', '一二三四五六', '一\u202E二', '一\u0000', 5],
  ],
  code: ['性别：请从列表中选取', [undefined, null, '3', 1, ['1']]],
  minutes: ['分钟：请填 1 至 1440 的整数', [undefined, null, 0, 1441, 1.5, '60', Number.NaN]],
  name: [
    '姓名：不能为空，最多 50 个字，不能含有看不见的字符',
    [undefined, null, '', '　', '甲\u200B乙', '甲'.repeat(51), 1],
  ],
  idNumber: [
    '身份证号码：18 位公民身份号码不正确，请对照证件逐位核对',
    [null, '110105194912310021', '340199000101001', '3401991949 12310021', 1],
  ],
  mobile: [
    '手机：请填 11 位手机号码，例如 13800000000',
    [null, '138 0000 0000', '12800000000', '1380000000', '138000000000', 13800000000],
  ],
  email: [
    '电子邮箱：请填电子邮箱，例如 name@example.cn，最多 30 个字',
    [null, 'a@', `${'a'.repeat(20)}@example.cn`, 1],
  ],
  creditCode: [
    '信用代码：18 位统一社会信用代码不正确，请对照证书核对（字母用大写）',
    [null, '91350100M000100Y44', '91350100m000100y43', '9135'],
  ],
  pack: ['规则包：格式不对，例如 ZJ-2013', [null, 'zj-2013', 'ZJ-20131', 2013]],
  flag: ['主队：只能是“是”或“否”（true / false）', [undefined, null, 'true', 1]],
  ids: ['队员：请给出 1 至 3 项，不能重复', [null, someId, [], [someId, someId], [1, 2, 3, 4]]],
  codes: ['同意：请给出最多 2 项，不能重复', [null, 'A', ['A', 'A'], ['A', 'B', 'A']]],
  texts: ['备注：请给出最多 2 项，不能重复', [null, ['一', '二', '三']]],
  mobiles: ['手机号码：请给出最多 2 项，不能重复', [null, '13800000000', ['1', '2', '3']]],
  phones: ['办公电话：请给出最多 2 项，不能重复', [null, '85012345']],
  until: ['截止日期：请填真实存在的日期，例如 2026-07-01', [null, '', '2026-02-30']],
};

const sentencesAbout = (field: string, value: unknown): string[] => {
  const filled = Object.fromEntries(Object.entries(right).map(([key, [first]]) => [key, first]));
  const errors = validateSync(Object.assign(new Everything(), filled, { [field]: value }));
  return errors.flatMap((error) => Object.values(error.constraints ?? {}));
};

const cases = (table: [string, unknown[]][]): [string, unknown][] =>
  table.flatMap(([field, values]) => values.map((value): [string, unknown] => [field, value]));

describe('The shape of a command field', () => {
  it.each(cases(Object.entries(right)))('takes for %s the value %j', (field, value) => {
    expect(sentencesAbout(field, value)).toEqual([]);
  });

  it.each(cases(Object.entries(wrong).map(([field, [, values]]) => [field, values])))(
    'says in Chinese what to do when %s is %j',
    (field, value) => {
      expect(sentencesAbout(field, value)).toContain(wrong[field as keyof Everything][0]);
    },
  );

  it('names the faulty item of a list by the sentence of the item', () => {
    expect(sentencesAbout('mobiles', ['1380'])).toEqual(['手机号码：请填 11 位手机号码，例如 13800000000']);
    expect(sentencesAbout('ids', ['x'])).toEqual(['队员：必须是编号（小写 UUID）']);
    expect(sentencesAbout('texts', ['一二三四五'])).toEqual(['备注：不能为空，最多 4 个字，不能含有看不见的字符']);
    expect(sentencesAbout('phones', ['13800000000'])).toEqual(['办公电话：请填办公电话，例如 0511-85012345']);
  });

  it('is told to the API document by the standard rules it stands for', () => {
    const schema = validationMetadatasToSchemas()['Everything'];
    expect(schema?.required).not.toContain('until');
    expect(schema?.required).toHaveLength(19);
    expect(schema?.properties).toMatchObject({
      id: { type: 'string', format: 'uuid' },
      day: { type: 'string', pattern: expect.any(String) },
      text: { type: 'string', minLength: 1, maxLength: 5 },
      code: { type: 'string', enum: ['1', '2'] },
      minutes: { type: 'integer', minimum: 1, maximum: 1440 },
      email: { type: 'string', format: 'email' },
      flag: { type: 'boolean' },
      ids: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: { type: 'string', format: 'uuid' } },
      codes: { type: 'array', maxItems: 2, items: { type: 'string', enum: ['A', 'B'] } },
    });
  });
});
