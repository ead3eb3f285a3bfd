import { describe, expect, it } from '@jest/globals';
import { forForm } from './import-options.zh.js';

describe('a sentence about an import', () => {
  it.each([
    ['请用 --paper 附上签到表的扫描件或照片。', '请用“纸质签到表”附上签到表的扫描件或照片。'],
    [
      '请加 --leader-post <职务>（可附 --leader-post-since、--leader-post-document）。',
      '请加“负责人的领导班子职务”（可附“任职日期”、“任职文件”）。',
    ],
    [
      '填表日期只写到月（2026-07），请用 --form-date 指明到日，如 --form-date 2026-07-01。',
      '填表日期只写到月（2026-07），请用“填表日期”指明到日，如“填表日期”2026-07-01。',
    ],
    ['确为另一人的，请加 --accept-namesake 5。', '确为另一人的，请加“确为另一人”5。'],
    ['没有这个选项 --unheard-of', '没有这个选项 --unheard-of'],
  ])('names fields of the form where it named options: %s', (written, shown) => {
    expect(forForm(written)).toBe(shown);
  });
});
