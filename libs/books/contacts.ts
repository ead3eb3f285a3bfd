import { open, type Sealed } from '#libs/privacy/envelope';
import { KeyLost, type KeyRing } from '#libs/privacy/key-ring';
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
  const kids = people.flatMap((sealed) => sealed.map(({ part }) => part.kid));
  const found = await keys.forReading([...new Set(kids)]);
  return people.map((sealed) => {
    const fields: ContactFields = {};
    for (const one of sealed) {
      const key = found.get(one.part.kid);
      if (key === undefined) throw new KeyLost(one.part.kid);
      if (key !== 'shredded') Object.assign(fields, JSON.parse(open(one, key.dek)) as ContactFields);
    }
    const phones = [...(fields.officePhones ?? []), ...(fields.mobiles ?? [])];
    return view === 'open' ? phones : phones.map(maskPhone);
  });
}
