import { describe, expect, it } from '@jest/globals';
import { textTable, widthOf } from './text.js';

describe('Text for a terminal', () => {
  it('counts two columns for an ideograph, also a rare one, and one for a letter', () => {
    expect(widthOf('')).toBe(0);
    expect(widthOf('ab1')).toBe(3);
    expect(widthOf('志册')).toBe(4);
    expect(widthOf('𠮷a')).toBe(3);
    expect(widthOf('（一）')).toBe(6);
  });

  it('puts texts to the left, numbers to the right and a dash where there is nothing', () => {
    expect(
      textTable(
        ['姓名', '分钟'],
        [
          ['甲', 5],
          ['乙丙丁', 1440],
          [null, 60],
        ],
      ),
    ).toBe(['姓名    分钟', '------  ----', '甲         5', '乙丙丁  1440', '—         60'].join('\n'));
  });

  it('shows the heads alone where no row came', () => {
    expect(textTable(['姓名'], [])).toBe('姓名\n----');
  });
});
