import type { CodeList } from './codes.js';
import { ethnicity } from './ethnicity.js';
import { participantKind, provenance } from './ledger-codes.js';
import { organizationKind } from './organization-kinds.js';
import { education, health, politicalStatus, sex } from './personal-codes.js';
import { serviceCarrier, serviceCarrierKind } from './service-carriers.js';
import {
  cityProgramme,
  mediaKind,
  serviceInterest,
  serviceMode,
  serviceTheme,
  specialAction,
  tenHave,
  trainingKind,
  venueKind,
} from './service-codes.js';

/** Every list by its name, for screens and exports that show codes they do not reason about. */
export const codeLists: ReadonlyMap<string, CodeList> = new Map(
  [
    sex,
    ethnicity,
    education,
    politicalStatus,
    health,
    participantKind,
    provenance,
    organizationKind,
    serviceInterest,
    serviceTheme,
    specialAction,
    serviceCarrier,
    serviceCarrierKind,
    cityProgramme,
    serviceMode,
    venueKind,
    trainingKind,
    mediaKind,
    tenHave,
  ].map((list): [string, CodeList] => [list.name, list]),
);
