import { describe, expect, it } from '@jest/globals';
import { checkIdNumber, maskIdNumber } from './id-number.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (body: string): string =>
  body + '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11);

describe('an ID number', () => {
  it('tells the birth date and the sex', () => {
    expect(checkIdNumber('11010519491231002X')).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      sexCode: '2',
    });
    expect(checkIdNumber('440524188001010014', '2026-07-01')).toEqual({
      ok: true,
      idNumber: '440524188001010014',
      birthDate: '1880-01-01',
      sexCode: '1',
    });
    expect(checkIdNumber(withCheck('34019919900101001'))).toMatchObject({ ok: true, sexCode: '1' });
  });

  it.each(['11010519491231002x', '110105 19491231 002X', '　１１０１０５１９４９１２３１００２Ｘ'])(
    '%s is normalised',
    (text) => {
      expect(checkIdNumber(text)).toMatchObject({ ok: true, idNumber: '11010519491231002X' });
    },
  );

  it('with a wrong check character is refused', () => {
    expect(checkIdNumber('110105194912310021')).toEqual({ ok: false, faults: ['check_digit_must_match'] });
  });

  it('has every single wrong digit noticed', () => {
    const right = withCheck('34019919850715003');
    const missed = [...right].flatMap((digit, index) =>
      [...'0123456789']
        .filter((other) => other !== digit && index < 17)
        .map((other) => right.slice(0, index) + other + right.slice(index + 1))
        .filter((wrong) => checkIdNumber(wrong).ok),
    );
    expect(missed).toEqual([]);
  });

  it('of the first generation is told apart from a slip', () => {
    expect(checkIdNumber('340199850715003')).toEqual({ ok: false, faults: ['id_number_must_not_have_15_digits'] });
    expect(checkIdNumber('34019919850715003')).toEqual({ ok: false, faults: ['id_number_must_have_18_characters'] });
    expect(checkIdNumber('3401991985071500300')).toEqual({ ok: false, faults: ['id_number_must_have_18_characters'] });
    expect(checkIdNumber('')).toEqual({ ok: false, faults: ['id_number_must_have_18_characters'] });
    expect(checkIdNumber('34019919850715X03X')).toEqual({ ok: false, faults: ['id_number_must_be_digits'] });
  });

  it('needs a real birth date and reports every fault at once', () => {
    expect(checkIdNumber(withCheck('34019919850230003'))).toEqual({ ok: false, faults: ['birth_date_must_exist'] });
    const wrongTwice = `${withCheck('34019919850230003').slice(0, 17)}${withCheck('34019919850230003').endsWith('1') ? '2' : '1'}`;
    expect(checkIdNumber(wrongTwice)).toEqual({
      ok: false,
      faults: ['birth_date_must_exist', 'check_digit_must_match'],
    });
  });

  it('must be of somebody already born on the given day', () => {
    const idNumber = withCheck('34019920260701001');
    expect(checkIdNumber(idNumber, '2026-06-30')).toEqual({ ok: false, faults: ['birth_date_must_not_lie_ahead'] });
    expect(checkIdNumber(idNumber, '2026-07-01').ok).toBe(true);
    expect(checkIdNumber(idNumber, '2026-07-02').ok).toBe(true);
  });

  it.each(['341402', '340199', '999999', '000000'])('is never refused for its division code %s', (division) => {
    expect(checkIdNumber(withCheck(`${division}19700101001`)).ok).toBe(true);
  });

  it('is masked to its first three and last four characters', () => {
    expect(maskIdNumber('34019919490101123X')).toBe('340***********123X');
    expect(maskIdNumber('1234567')).toBe('*******');
  });
});
