import { Inject, Injectable } from '@nestjs/common';
import { noteAccess, type AccessAct } from '#libs/access/access-log';
import { noteDisclosure, type Disclosure } from '#libs/access/disclosures';
import type { Actor } from '#libs/access/actor';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';

/** Writes to the access log what only the door sees. */
@Injectable()
export class AccessNotes {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Whose personal data is about to be shown in clear. Answers the id of the export, where something leaves the house. */
  disclosed(actor: Actor, told: Omit<Disclosure, 'at' | 'by'>): Promise<string | undefined> {
    const at = new Date((this.options.now ?? this.house.time)());
    return noteDisclosure(this.house.main.manager, { ...told, at, by: actor.accountId });
  }

  note(act: AccessAct, actor: Actor, details: Readonly<Record<string, string>>): Promise<void> {
    const at = new Date((this.options.now ?? this.house.time)());
    return noteAccess(this.house.main.manager, { at, act, by: actor.accountId, details });
  }
}
