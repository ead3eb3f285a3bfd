import { noteDisclosure, type DisclosurePurpose } from '#libs/access/disclosures';
import type { House } from '#libs/house/house';
import { erasedText, type KeyGroup } from '#libs/kernel/fields';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { open, type Sealed } from '#libs/privacy/envelope';
import { KeyLost, type Found } from '#libs/privacy/key-ring';
import { sealedParticulars } from '#projections/volunteer-register/volunteer-register.query';

/** What is masked or left out everywhere else. */
export const disclosableGroups = ['identity', 'contact', 'sensitive'] as const satisfies readonly KeyGroup[];
export type DisclosableGroup = (typeof disclosableGroups)[number];

const shown: Readonly<Record<DisclosableGroup, readonly string[]>> = {
  identity: ['name', 'idNumber', 'birthDate'],
  contact: ['officePhones', 'mobiles', 'email'],
  sensitive: ['politicalStatus', 'joinedPartyOn', 'health'],
};

export interface PersonalDataAsked {
  readonly by: AccountId;
  readonly at: Date;
  readonly volunteerId: VolunteerId;
  readonly organizationId: OrganizationId | undefined;
  readonly groups: readonly DisclosableGroup[];
  readonly purpose: DisclosurePurpose;
}

/** A person's data in clear, as it stands today, noted before it is shown; 已删除 for a group whose key was destroyed. Throws KeyLost. */
export async function personalData(
  house: Pick<House, 'read' | 'keys' | 'main'>,
  { volunteerId, groups, ...asked }: PersonalDataAsked,
): Promise<Readonly<Record<string, unknown>>> {
  await noteDisclosure(house.main.manager, { ...asked, groups, volunteerIds: [volunteerId], means: 'PERSONAL_DATA' });
  const [sealed] = await sealedParticulars(house.read, { volunteerIds: [volunteerId], scope: undefined });
  const told: Record<string, unknown> = {};
  for (const group of groups) {
    const parts = sealed?.[group] ?? [];
    const found = await house.keys.forReading(parts.map(({ part }) => part.kid));
    for (const one of parts) {
      const fields = fieldsOf(one, group, found.get(one.part.kid));
      Object.assign(
        told,
        Object.fromEntries(shown[group].filter((name) => name in fields).map((name) => [name, fields[name]])),
      );
    }
  }
  return told;
}

function fieldsOf(sealed: Sealed, group: DisclosableGroup, key: Found | undefined): Record<string, unknown> {
  if (key === undefined) throw new KeyLost(sealed.part.kid);
  if (key === 'shredded') return Object.fromEntries(shown[group].map((name) => [name, erasedText]));
  return JSON.parse(open(sealed, key.dek)) as Record<string, unknown>;
}
