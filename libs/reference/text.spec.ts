import { describe, expect, it } from '@jest/globals';
import { cleanName, cleanText, splitList } from './text.js';

const hidden = { ok: false, fault: 'text_must_not_hide_characters' };

describe('a name', () => {
  it.each([
    [' 丁宜', '丁宜'],
    ['\u3000丁宜\u3000', '丁宜'],
    ['丁\u3000宜', '丁宜'],
    ['丁 宜', '丁宜'],
    ['丁\u3000\u3000宜', '丁宜'],
    ['𠮷\u3000䶮', '𠮷䶮'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['阿依古丽\u3000买买提', '阿依古丽 买买提'],
    ['Zoe\u0308 Li', 'Zoë Li'],
  ])('%j is stored as %j', (raw, text) => {
    expect(cleanName(raw)).toEqual({ ok: true, text });
  });

  it('keeps compatibility characters that only NFKC would rewrite', () => {
    expect(cleanName('丁㈱')).toEqual({ ok: true, text: '丁㈱' });
  });

  it.each(['丁\u200B宜', '丁\uFEFF宜', '\uFEFF丁宜', '丁\u202E宜', '丁\n宜', '丁\u0000宜', '丁\uD842'])(
    '%j is refused',
    (raw) => {
      expect(cleanName(raw)).toEqual(hidden);
    },
  );

  it('must not be empty', () => {
    expect(cleanName(' \u3000')).toEqual({ ok: false, fault: 'text_must_not_be_empty' });
  });

  it('has at most 50 characters, a rare one counting once', () => {
    expect(cleanName('𠮷'.repeat(49))).toEqual({ ok: true, text: '𠮷'.repeat(49) });
    expect(cleanName('𠮷'.repeat(50))).toEqual({ ok: true, text: '𠮷'.repeat(50) });
    expect(cleanName('𠮷'.repeat(51))).toEqual({ ok: false, fault: 'text_must_not_be_too_long' });
  });
});

describe('a free text', () => {
  it('keeps its lines and loses invisible debris', () => {
    expect(cleanText(' 清扫\u200B街道\r\n劝导交通 ')).toEqual({ ok: true, text: '清扫街道\n劝导交通' });
  });

  it.each(['清扫\u0007', '清扫\u202E街道'])('%j is refused', (raw) => {
    expect(cleanText(raw)).toEqual(hidden);
  });

  it('is measured against the length asked for', () => {
    expect(cleanText('一二三', 2)).toEqual({ ok: false, fault: 'text_must_not_be_too_long' });
    expect(cleanText('一二', 2)).toEqual({ ok: true, text: '一二' });
    expect(cleanText('一', 2)).toEqual({ ok: true, text: '一' });
    expect(cleanText('  ')).toEqual({ ok: false, fault: 'text_must_not_be_empty' });
  });
});

it('a list cell is split on every separator in use, each item once', () => {
  expect(splitList('无偿献血宣传、应急献血，帮扶,社会服务；公益讲师团;帮扶、\n')).toEqual([
    '无偿献血宣传',
    '应急献血',
    '帮扶',
    '社会服务',
    '公益讲师团',
  ]);
  expect(splitList(' \u3000')).toEqual([]);
});
