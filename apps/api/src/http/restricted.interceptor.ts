import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, mergeMap, type Observable } from 'rxjs';
import type { Actor } from '#libs/access/actor';
import { mayGiveSomewhere } from '#libs/access/permissions';
import { restrictedPeople } from '#libs/counter/erasure.desk';
import { HOUSE, type House } from '../api-parts.js';
import { isOwn } from './reading.js';
import type { SessionRequest } from './signed-in.js';

/** Stands where the name of somebody would stand whose data is kept and not otherwise used (PIPL 47). */
export const restrictedName = '已限制';

/** Which fields beside an id tell who that is. */
const tellingBeside: Readonly<Record<string, readonly string[]>> = {
  volunteerId: ['name', 'volunteerName', 'displayName', 'birthDate', 'idNumber', 'maskedIdNumber'],
  leaderId: ['leaderName'],
};
const names: ReadonlySet<string> = new Set(['name', 'volunteerName', 'displayName', 'leaderName']);

type Fields = Record<string, unknown>;

/** Whether a value is JSON that can be looked into; files and streams are not. */
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as null);

/**
 * Names of restricted people are left out of every answer but to themselves and to those who decide on such requests, who have to
 * know on whom. Forms on paper stay as the rules want them.
 */
@Injectable()
export class RestrictedInterceptor implements NestInterceptor {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { signedIn, params, method } = context.switchToHttp().getRequest<SessionRequest>();
    const actor = signedIn?.actor;
    if (!actor || method !== 'GET' || mayGiveSomewhere(actor, 'ApprovePrivacyRequest')) return next.handle();
    const { volunteerId: about } = params as { volunteerId?: string };
    return next.handle().pipe(mergeMap((answer) => from(this.shown(answer, actor, about))));
  }

  private async shown(answer: unknown, actor: Actor, about: string | undefined): Promise<unknown> {
    if (about === undefined && !namesSomebody(answer)) return answer;
    const restricted = await restrictedPeople(this.house);
    const isHidden = (id: unknown): boolean =>
      typeof id === 'string' && restricted.has(id) && !isOwn(actor, id as Parameters<typeof isOwn>[1]);
    if (restricted.size === 0) return answer;
    return without(answer, isHidden, isHidden(about));
  }
}

function namesSomebody(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(namesSomebody);
  if (!isFields(value)) return false;
  return Object.entries(value).some(([key, one]) => Object.hasOwn(tellingBeside, key) || namesSomebody(one));
}

/** `isAllAbout`: the whole answer is about one hidden person, and no id needs to stand beside a name. */
function without(value: unknown, isHidden: (id: unknown) => boolean, isAllAbout: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, isHidden, isAllAbout));
  if (!isFields(value)) return value;
  const hidden = new Set(
    Object.entries(tellingBeside).flatMap(([id, fields]) =>
      isHidden(value[id]) || (isAllAbout && id === 'volunteerId') ? fields : [],
    ),
  );
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      hidden.has(key) ? hiddenValue(key, one) : without(one, isHidden, isAllAbout),
    ]),
  );
}

/** A change of name shows neither the old nor the new one. */
function hiddenValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => hiddenValue(key, one));
  if (value === null || value === undefined) return value;
  return names.has(key) ? restrictedName : null;
}
