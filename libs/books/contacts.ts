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

/** Telephone numbers of many people with one question to the key ring: office first, then mobile. */
export async function contactsOf(
  keys: KeyRing,
  people: readonly (readonly Sealed[])[],
  view: ContactView,
): Promise<readonly (readonly string[])[]> {
  return (await fieldsOf<ContactFields>(keys, people)).map(({ officePhones = [], mobiles = [] }) => {
    const phones = [...officePhones, ...mobiles];
    return view === 'open' ? phones : phones.map(maskPhone);
  });
}

/** F-09: the first three and the last four characters of each person's ID number, to tell namesakes apart; null where none is known. */
export async function maskedIdNumbersOf(
  keys: KeyRing,
  people: readonly (readonly Sealed[])[],
): Promise<readonly (string | null)[]> {
  const found = await fieldsOf<{ readonly idNumber?: string }>(keys, people);
  return found.map(({ idNumber }) => (idNumber === undefined ? null : maskIdNumber(idNumber)));
}

/** Each person's fields as they stand after the last of their ciphertexts; nothing of what was shredded. */
async function fieldsOf<Fields extends object>(
  keys: KeyRing,
  people: readonly (readonly Sealed[])[],
): Promise<readonly Partial<Fields>[]> {
  const kids = people.flatMap((sealed) => sealed.map(({ part }) => part.kid));
  const found = await keys.forReading([...new Set(kids)]);
  return people.map((sealed) => {
    const fields: Partial<Fields> = {};
    for (const one of sealed) {
      const key = found.get(one.part.kid);
      if (key === undefined) throw new KeyLost(one.part.kid);
      if (key !== 'shredded') Object.assign(fields, JSON.parse(open(one, key.dek)) as Fields);
    }
    return fields;
  });
}
