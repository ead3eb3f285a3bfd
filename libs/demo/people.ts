import type { LocalDate } from '#libs/kernel/time';
import type { SubmitApplication } from '#libs/volunteer/volunteer.commands';

/** What an application says of somebody who does not exist. */
export type MadeUpPerson = Pick<
  SubmitApplication,
  | 'name'
  | 'sex'
  | 'idNumber'
  | 'birthDate'
  | 'ethnicity'
  | 'education'
  | 'politicalStatus'
  | 'joinedPartyOn'
  | 'officePhones'
  | 'mobiles'
  | 'workUnit'
  | 'skills'
>;

const familyNames = [
  '安',
  '柏',
  '程',
  '丁',
  '方',
  '顾',
  '何',
  '江',
  '康',
  '林',
  '梅',
  '宁',
  '彭',
  '钱',
  '任',
  '宋',
  '唐',
  '魏',
  '许',
  '叶',
];
const givenNames = [
  '晓澄',
  '明远',
  '若溪',
  '立新',
  '文清',
  '思齐',
  '家宁',
  '向阳',
  '书雅',
  '建中',
  '素云',
  '志和',
  '春晖',
];
const skills = ['心理疏导', '电脑维修', '书法', '急救', '法律咨询', '摄影', '手语', '水电维修'];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that passes GB 11643 and belongs to nobody: the division code 340199 is not assigned. */
function idNumberOf(birthDate: string, sequence: number): string {
  const digits = `340199${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return `${digits}${'10X98765432'.charAt(sum % 11)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * The n-th made-up person of the demo, the same in every installation. Number 20 bears the name of number 3: same-name
 * people are told apart by number and birth month, never by name (F-09).
 */
export function personOf(n: number, unitName: string): MadeUpPerson {
  const named = n === 20 ? 3 : n;
  const isMale = named % 2 === 0;
  const birthYear = 1964 + ((n * 7) % 34);
  const birthDate = `${birthYear}-${twoDigits((n % 12) + 1)}-${twoDigits(((n * 5) % 27) + 1)}`;
  return {
    name: `${familyNames[named % familyNames.length] ?? ''}${givenNames[(named * 3) % givenNames.length] ?? ''}`,
    sex: isMale ? '1' : '2',
    // The last of the three digits is odd for men.
    idNumber: idNumberOf(birthDate, 100 + (n % 400) * 2 + (isMale ? 1 : 0)),
    birthDate,
    ethnicity: n % 11 === 5 ? '03' : '01',
    education: (['21', '31', '14', '21', '61'] as const)[n % 5] ?? '21',
    politicalStatus: '01',
    joinedPartyOn: `${birthYear + 23}-${twoDigits(((n * 5) % 12) + 1)}`,
    officePhones: [`8000${String(n).padStart(4, '0')}`],
    mobiles: [`1310000${String(n).padStart(4, '0')}`],
    workUnit: unitName,
    skills: skills[n % skills.length] ?? '',
  };
}

/** The day `days` after another, both plain days. */
export const dayAfter = (day: LocalDate, days: number): LocalDate => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) as LocalDate;
};
