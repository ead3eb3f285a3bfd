import { codeOf, nameOf, type CodeList } from '#libs/reference/codes';
import { ethnicity } from '#libs/reference/ethnicity';
import { maskIdNumber } from '#libs/reference/id-number';
import { participantKind, provenance } from '#libs/reference/ledger-codes';
import { education, health, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import { fieldLabels as labels } from './field-labels.zh.js';
import { minutesText } from './minutes.zh.js';
import { words } from './ledger-words.zh.js';

const lists: Readonly<Record<string, CodeList>> = {
  sex,
  ethnicity,
  education,
  politicalStatus,
  health,
  participantKind,
  provenance,
  serviceInterests: serviceInterest,
};

const wordOf = (name: string, value: unknown): string => {
  const list = lists[name];
  const text = String(value);
  if (list && codeOf(list, text) !== null) return nameOf(list, text);
  return words[text] ?? text;
};

/** Names of organizations, teams and activities by their ids. */
export type Names = ReadonlyMap<string, string>;

/** The fields with their Chinese labels; ids without a name and machine references are left to JSON. */
export function fieldWords(fields: Readonly<Record<string, unknown>>, names: Names): string[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const value = fields[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (!name.endsWith('Id')) return [`${label} ${valueWords(name, value)}`];
    const known = typeof value === 'string' ? names.get(value) : undefined;
    return known === undefined ? [] : [`${label} ${known}`];
  });
}

export const labelOf = (name: string): string => labels[name] ?? name;

const areMinutes = (name: string): boolean => /Minutes$|^minutes(?:Before|After)$/.test(name);

export const valueWords = (name: string, value: unknown): string =>
  typeof value === 'number' && areMinutes(name)
    ? minutesText(value)
    : value === null
      ? '（无）'
      : (Array.isArray(value) ? value : [value]).map((one) => wordOf(name, one)).join('、');

/** The ID number is in the same group as the name; unless asked for, nobody is shown all of it. */
export const masked = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof fields['idNumber'] === 'string' ? { ...fields, idNumber: maskIdNumber(fields['idNumber']) } : fields;
