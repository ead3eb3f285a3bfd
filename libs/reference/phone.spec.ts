import { describe, expect, it } from '@jest/globals';
import { maskPhone, parsePhones } from './phone.js';

const none = { mobiles: [], offices: [], rejected: [] };

describe('the contact cell of the roster', () => {
  it('holds an office line and a mobile in any separation', () => {
    for (const cell of [
      '85012345、13800000001',
      '85012345，13800000001',
      '85012345,13800000001',
      '85012345;13800000001',
      '85012345；13800000001',
      '85012345/13800000001',
      '85012345／13800000001',
      '85012345 13800000001',
      '85012345\u300013800000001',
      '85012345\n13800000001',
      '８５０１２３４５、１３８００００００01',
      '办公：85012345 手机：13800000001',
    ]) {
      expect(parsePhones(cell)).toEqual({ ...none, offices: ['85012345'], mobiles: ['13800000001'] });
    }
  });

  it('may write one number in groups', () => {
    expect(parsePhones('138 0000 0001')).toEqual({ ...none, mobiles: ['13800000001'] });
    expect(parsePhones('138-0000-0001')).toEqual({ ...none, mobiles: ['13800000001'] });
    expect(parsePhones('+86 13800000001')).toEqual({ ...none, mobiles: ['13800000001'] });
    expect(parsePhones('0551 62345678')).toEqual({ ...none, offices: ['0551-62345678'] });
    expect(parsePhones('0551 62345678 13800000001')).toEqual({
      ...none,
      offices: ['0551-62345678'],
      mobiles: ['13800000001'],
    });
  });

  it.each([
    ['0511-85012345', '0511-85012345'],
    ['（0511）85012345', '0511-85012345'],
    ['051185012345', '0511-85012345'],
    ['010-65012345', '010-65012345'],
    ['02165012345', '021-65012345'],
    ['0565-2345678', '0565-2345678'],
    ['85012345', '85012345'],
    ['2345678', '2345678'],
    ['85012345-801', '85012345-801'],
    ['0511-85012345转801', '0511-85012345-801'],
  ])('%s is the office line %s', (cell, office) => {
    expect(parsePhones(cell)).toEqual({ ...none, offices: [office] });
  });

  it('a mobile starts with 13 to 19 and has eleven digits', () => {
    expect(parsePhones('12800000001').rejected).toEqual(['12800000001']);
    expect(parsePhones('13000000001').mobiles).toEqual(['13000000001']);
    expect(parsePhones('19900000001').mobiles).toEqual(['19900000001']);
    expect(parsePhones('1380000001').rejected).toEqual(['1380000001']);
    expect(parsePhones('138000000011').rejected).toEqual(['138000000011']);
  });

  it('a local number has seven or eight digits', () => {
    expect(parsePhones('850123').rejected).toEqual(['850123']);
    expect(parsePhones('850123456').rejected).toEqual(['850123456']);
  });

  it('keeps what is no number apart and each number once', () => {
    expect(parsePhones('无、13800000001、13800000001、85012345、85012345')).toEqual({
      mobiles: ['13800000001'],
      offices: ['85012345'],
      rejected: ['无'],
    });
    expect(parsePhones('  、 ')).toEqual(none);
  });
});

describe('a masked phone', () => {
  it.each([
    ['13800005678', '138****5678'],
    ['0511-85012345', '0511-****2345'],
    ['85012345', '****2345'],
    ['2345678', '***5678'],
    ['85012345-801', '****2345-*'],
    ['nonsense', '********'],
  ])('%s shows as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
