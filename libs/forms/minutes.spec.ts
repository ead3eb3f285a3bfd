import { expect, it } from '@jest/globals';
import { minutesText } from './minutes.zh.js';

it('Minutes are said in hours and minutes, whole hours alone, what was taken away with its sign', () => {
  expect([0, 59, 60, 1440, 1441, -90].map(minutesText)).toEqual([
    '0分',
    '59分',
    '1小时',
    '24小时',
    '24小时1分',
    '−1小时30分',
  ]);
});
