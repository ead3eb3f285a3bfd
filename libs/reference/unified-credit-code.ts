export type CreditCodeFault =
  'credit_code_must_have_18_characters' | 'credit_code_must_use_its_alphabet' | 'check_character_must_match';

export type CreditCodeReading = { ok: true; creditCode: string } | { ok: false; fault: CreditCodeFault };

// GB 32100-2015 leaves out I, O, S, V and Z, which are misread as 1, 0, 5, U and 2.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unit's unified social credit code (GB 32100-2015) after normalising blanks, full-width and small letters. */
export function checkUnifiedCreditCode(text: string): CreditCodeReading {
  const creditCode = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (creditCode.length !== 18) return { ok: false, fault: 'credit_code_must_have_18_characters' };
  const values = [...creditCode].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return { ok: false, fault: 'credit_code_must_use_its_alphabet' };
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === values[17]
    ? { ok: true, creditCode }
    : { ok: false, fault: 'check_character_must_match' };
}
