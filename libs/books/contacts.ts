import { erasedText } from '#libs/kernel/fields';
import { open, type Sealed } from '#libs/privacy/envelope';
import { KeyLost, type KeyRing } from '#libs/privacy/key-ring';
import { maskIdNumber } from '#libs/reference/id-number';
import { maskPhone } from '#libs/reference/phone';

/** Open: as written. Masked: enough to recognize one's own number. */
export type ContactView = 'open' | 'masked';

interface ContactFields {
  readonly officePhones?: readonly string[];
  readonly mobiles?: readonly string[];
}

/** Telephone numbers of many people with one question to the key ring, each shown as said: office first, then mobile. */
export async function contactsOf(
  keys: KeyRing,
  people: readonly (readonly Sealed[])[],
  views: readonly ContactView[],
): Promise<readonly (readonly string[])[]> {
  const erased: ContactFields = { officePhones: [], mobiles: [erasedText] };
  return (await fieldsOf<ContactFields>(keys, people, erased)).map(({ officePhones = [], mobiles = [] }, i) => {
    const phones = [...officePhones, ...mobiles];
    return views[i] === 'open' ? phones : phones.map((phone) => (phone === erasedText ? phone : maskPhone(phone)));
  });
}

/** F-09: the first three and the last four characters of each person's ID number, to tell namesakes apart; null where none is known. */
export async function maskedIdNumbersOf(
  keys: KeyRing,
  people: readonly (readonly Sealed[])[],
): Promise<readonly (string | null)[]> {
  const found = await fieldsOf<{ readonly idNumber?: string }>(keys, people, { idNumber: erasedText });
  return found.map(({ idNumber }) => maskedOrErased(idNumber));
}

const maskedOrErased = (idNumber: string | undefined): string | null =>
  idNumber === undefined || idNumber === erasedText ? (idNumber ?? null) : maskIdNumber(idNumber);

/** Each person's fields as they stand after the last of their ciphertexts; `erased` of what was shredded. */
async function fieldsOf<Fields extends object>(
  keys: KeyRing,
  people: readonly (readonly Sealed[])[],
  erased: Partial<Fields>,
): Promise<readonly Partial<Fields>[]> {
  const kids = people.flatMap((sealed) => sealed.map(({ part }) => part.kid));
  const found = await keys.forReading([...new Set(kids)]);
  return people.map((sealed) => {
    const fields: Partial<Fields> = {};
    for (const one of sealed) {
      const key = found.get(one.part.kid);
      if (key === undefined) throw new KeyLost(one.part.kid);
      Object.assign(fields, key === 'shredded' ? erased : (JSON.parse(open(one, key.dek)) as Fields));
    }
    return fields;
  });
}
