import { describe, expect, it } from '@jest/globals';
import { lettersOf } from './letters.js';

describe('the letters of a name', () => {
  it.each([
    ['张建军', 'zjj zhangjianjun'],
    ['曾庆', 'zq zengqing'],
    ['单云', 'sy shanyun'],
    ['丁𠮷安', 'dja dingjian'],
    ['李䶮', 'ly liyan'],
    ['买买提·艾力', 'mmtal maimaitiaili'],
    ['吕一', 'ly lvyi'],
    ['—', ''],
    ['', ''],
  ])('%s is found as %s', (name, letters) => {
    expect(lettersOf(name)).toBe(letters);
  });
});
