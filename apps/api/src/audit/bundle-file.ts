import type { StreamableFile } from '@nestjs/common';
import type { Actor } from '#libs/access/actor';
import type { VolunteerId } from '#libs/kernel/ids';
import { LogAndTreeDiffer, NothingSealed } from '#libs/sealing/bundle-builder';
import type { AccessNotes } from '../access/access-notes.js';
import type { House } from '../api-parts.js';
import { Problem } from '../http/problem.js';
import { fileOf } from './gives.js';

/** The whole history of a person as a file that is checked offline; that it was taken is noted. The caller decides who may. */
export async function takenBundle(
  { house, notes }: { readonly house: House; readonly notes: AccessNotes },
  actor: Actor,
  volunteerId: VolunteerId,
): Promise<StreamableFile> {
  try {
    const text = JSON.stringify(await house.audit.bundle(volunteerId));
    await notes.note('bundle_taken', actor, { volunteerId });
    return fileOf(text, `履历包-${volunteerId}.json`, 'application/json');
  } catch (error) {
    throw bundleProblem(error);
  }
}

function bundleProblem(error: unknown): unknown {
  if (error instanceof NothingSealed)
    return new Problem('unavailable', {
      detail: '此人的记录还没有封存进检查点，一般一分钟内完成，请稍候再取。',
      retryAfterSeconds: 60,
    });
  if (error instanceof LogAndTreeDiffer)
    return new Problem('failed', { detail: '台账与封存时不一致，取不出履历包。请立即校验整本台账。' });
  return error;
}
