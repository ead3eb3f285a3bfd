import { expect, it } from '@jest/globals';
import { checkUnifiedCreditCode } from './unified-credit-code.js';

it.each(['91350100M000100Y43', '91350100m000100y43', ' 91350100 M000100Y43 ', '９１３５０１００Ｍ０００１００Ｙ４３'])(
  '%s is a unit’s credit code',
  (text) => {
    expect(checkUnifiedCreditCode(text)).toEqual({ ok: true, creditCode: '91350100M000100Y43' });
  },
);

it('a wrong check character is refused', () => {
  expect(checkUnifiedCreditCode('91350100M000100Y44')).toEqual({ ok: false, fault: 'check_character_must_match' });
});

it.each(['I', 'O', 'S', 'V', 'Z', '-'])('%s is outside the alphabet', (character) => {
  expect(checkUnifiedCreditCode(`9135010${character}M000100Y43`)).toEqual({
    ok: false,
    fault: 'credit_code_must_use_its_alphabet',
  });
});

it.each(['91350100M000100Y4', '91350100M000100Y433', ''])('%j has not 18 characters', (text) => {
  expect(checkUnifiedCreditCode(text)).toEqual({ ok: false, fault: 'credit_code_must_have_18_characters' });
});
