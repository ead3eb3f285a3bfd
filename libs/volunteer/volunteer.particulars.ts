import { refuse, type Refusal } from '#libs/kernel/decider';
import type { LocalDate } from '#libs/kernel/time';
import { checkIdNumber } from '#libs/reference/id-number';
import { cleanName } from '#libs/reference/text';

import type { Doubt, Particulars } from './volunteer.commands.js';
import type { ParticipantKind } from './volunteer.events.js';

export type ParticularsRefusal =
  | 'name_must_be_readable'
  | 'id_number_must_be_valid'
  | 'stated_age_needs_its_day'
  | 'particulars_must_not_lie_ahead'
  | 'participant_kind_must_be_given'
  | 'participant_kind_must_agree_with_political_status';

/** No details anywhere here: a figure of a person is personal text. */
type Fault = Refusal<ParticularsRefusal>;
type Stored = Omit<Particulars, 'statedAge'> & { readonly statedAge?: string };

export const isFault = <T extends object>(reading: T | Fault): reading is Fault => 'refused' in reading;

/** Particulars as the ledger keeps them: the ID number in one form, and the birth day that it tells. */
export function particularsOf(asked: Particulars, today: LocalDate): Stored | Fault {
  const { statedAge, idNumber, birthDate, ...rest } = asked;
  const born = birthOf(idNumber, birthDate, today);
  if (isFault(born)) return born;
  const stored = { ...rest, ...born, ...(statedAge === undefined ? {} : { statedAge: String(statedAge) }) };
  return undatedOrAhead(asked, today) ?? stored;
}

function undatedOrAhead(
  { birthDate, joinedPartyOn, statedAge, statedAgeOn }: Particulars,
  today: LocalDate,
): Fault | undefined {
  if (statedAge !== undefined && statedAgeOn === undefined) return refuse('stated_age_needs_its_day');
  // A month is less than each of its days, so the month of today is not ahead.
  const days = [birthDate, joinedPartyOn, statedAgeOn];
  return days.some((day) => day !== undefined && day > today) ? refuse('particulars_must_not_lie_ahead') : undefined;
}

/** A left-out name stays left out; one that is given is stored clean. */
export function nameOf<N extends string | undefined>(
  name: N,
): (N extends string ? { readonly name: string } : { readonly name?: string }) | Fault;
export function nameOf(name: string | undefined): { readonly name?: string } | Fault {
  if (name === undefined) return {};
  const reading = cleanName(name);
  return reading.ok ? { name: reading.text } : refuse('name_must_be_readable');
}

function birthOf(
  idNumber: string | undefined,
  birthDate: string | undefined,
  today: LocalDate,
): { readonly idNumber?: string; readonly birthDate?: string } | Fault {
  if (idNumber === undefined) return birthDate === undefined ? {} : { birthDate };
  const reading = checkIdNumber(idNumber, today);
  if (!reading.ok) return refuse('id_number_must_be_valid');
  // A birth that the number contradicts stays as it was stated: which of the two is wrong, a person finds out.
  const contradicted = birthDate !== undefined && !reading.birthDate.startsWith(birthDate);
  return { idNumber: reading.idNumber, birthDate: contradicted ? birthDate : reading.birthDate };
}

/** 01 and 02 say which member; every other 政治面貌 leaves it to be given, but cannot be a member's. */
export function participantKindOf(
  politicalStatus: string | undefined,
  given: ParticipantKind | undefined,
): { readonly participantKind?: ParticipantKind } | Fault {
  const derived = kindOfStatus[politicalStatus ?? ''];
  if (derived !== undefined && given !== undefined && given !== derived)
    return refuse('participant_kind_must_agree_with_political_status');
  if (derived !== undefined) return { participantKind: derived };
  if (given === undefined) return politicalStatus === undefined ? {} : refuse('participant_kind_must_be_given');
  if (politicalStatus !== undefined && memberKinds.includes(given))
    return refuse('participant_kind_must_agree_with_political_status');
  return { participantKind: given };
}

const kindOfStatus: Readonly<Record<string, ParticipantKind>> = { '01': 'FULL_MEMBER', '02': 'PROBATIONARY_MEMBER' };
const memberKinds: readonly ParticipantKind[] = Object.values(kindOfStatus);

function againstIdNumber(
  number: { readonly sexCode: string; readonly birthDate: string },
  { birthDate, sex }: { readonly birthDate: string | undefined; readonly sex: string },
): Doubt[] {
  const saysSex = sex === '1' || sex === '2';
  const doubts: Doubt[] = [];
  if (saysSex && number.sexCode !== sex) doubts.push('SEX_AGAINST_ID_NUMBER');
  if (birthDate !== undefined && !number.birthDate.startsWith(birthDate)) doubts.push('BIRTH_DATE_AGAINST_ID_NUMBER');
  return doubts;
}

/** What a person should look at again: warned, never refused, since a card can carry a corrected error. */
export function doubtsOf(
  { idNumber, birthDate, sex }: Stored & { readonly sex: string },
  fromSheet: readonly Doubt[] = [],
): Doubt[] {
  const doubts = new Set(fromSheet);
  const reading = idNumber === undefined ? undefined : checkIdNumber(idNumber);
  if (reading?.ok) for (const doubt of againstIdNumber(reading, { birthDate, sex })) doubts.add(doubt);
  if (birthDate === undefined) doubts.add('AGE_WITHOUT_BIRTH_DATE');
  return [...doubts];
}
