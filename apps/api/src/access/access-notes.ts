import { Inject, Injectable } from '@nestjs/common';
import { noteAccess, type AccessAct } from '#libs/access/access-log';
import type { Actor } from '#libs/access/actor';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';

/** Writes to the access log what only the door sees. */
@Injectable()
export class AccessNotes {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  note(act: AccessAct, actor: Actor, details: Readonly<Record<string, string>>): Promise<void> {
    const at = new Date((this.options.now ?? this.house.time)());
    return noteAccess(this.house.main.manager, { at, act, by: actor.accountId, details });
  }
}
