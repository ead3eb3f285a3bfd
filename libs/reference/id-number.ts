import { compareDates, dateOf, type DateText } from './dates.js';

export type IdNumberFault =
  | 'id_number_must_not_have_15_digits'
  | 'id_number_must_have_18_characters'
  | 'id_number_must_be_digits'
  | 'birth_date_must_exist'
  | 'birth_date_must_not_lie_ahead'
  | 'check_digit_must_match';

export type IdNumberReading =
  { ok: true; idNumber: string; birthDate: DateText; sexCode: '1' | '2' } | { ok: false; faults: IdNumberFault[] };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * A citizen ID number (GB 11643) after normalising blanks, full-width digits and `x`, with every fault found.
 * `onDay` is the day on which the bearer must already be born. The first six digits are never judged: Chaohu
 * people carry 3414xx of a city abolished in 2011, and a number is for life (居民身份证法 art. 3).
 */
export function checkIdNumber(text: string, onDay?: DateText): IdNumberReading {
  const idNumber = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const shapeFault = shapeFaultOf(idNumber);
  if (shapeFault !== null) return { ok: false, faults: [shapeFault] };

  const birthDate = birthDateOf(idNumber);
  const faults: IdNumberFault[] = [];
  if (birthDate === null) faults.push('birth_date_must_exist');
  if (birthDate !== null && onDay !== undefined && compareDates(birthDate, onDay) > 0) {
    faults.push('birth_date_must_not_lie_ahead');
  }
  if (checkCharacterOf(idNumber) !== idNumber.charAt(17)) faults.push('check_digit_must_match');
  if (birthDate === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, idNumber, birthDate, sexCode: Number(idNumber.charAt(16)) % 2 === 1 ? '1' : '2' };
}

/** The number with all but three leading and four closing characters starred: `340***********123X`. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length <= 7) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 7)}${idNumber.slice(-4)}`;
}

function shapeFaultOf(idNumber: string): IdNumberFault | null {
  // First-generation cards ended on 2013-01-01 (居民身份证法 art. 23); the number must be re-read from the card.
  if (/^\d{15}$/.test(idNumber)) return 'id_number_must_not_have_15_digits';
  if (idNumber.length !== 18) return 'id_number_must_have_18_characters';
  return /^\d{17}[\dX]$/.test(idNumber) ? null : 'id_number_must_be_digits';
}

function birthDateOf(idNumber: string): DateText | null {
  return dateOf(Number(idNumber.slice(6, 10)), Number(idNumber.slice(10, 12)), Number(idNumber.slice(12, 14)));
}

// ISO 7064 MOD 11-2.
function checkCharacterOf(idNumber: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(idNumber.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
