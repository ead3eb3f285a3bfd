import type { Actor } from '#libs/access/actor';
import { mayGiveSomewhere } from '#libs/access/permissions';
import { NotAllowed } from '#libs/counter/counter';

/** Throws NotAllowed for somebody who could not submit an application for others either. */
export function assertMayApply(actor: Actor): void {
  if (!mayGiveSomewhere(actor, 'SubmitApplication')) throw new NotAllowed('role_missing');
}
