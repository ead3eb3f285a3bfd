import { Controller, Inject, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { VolunteerId } from '#libs/kernel/ids';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { PathId } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { Problem } from '../http/problem.js';
import { isOwn, Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { takenBundle } from './bundle-file.js';
import { Gives } from './gives.js';

/** A volunteer takes the own history away, to have it checked by anybody. */
@ApiTags('个人信息')
@TakesLong()
@Controller('api/volunteers/:volunteerId/bundle')
export class OwnBundleWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly notes: AccessNotes,
    private readonly reading: Reading,
  ) {}

  @Gives('', '本人的全部记录连同证明，可离线校验；个人信息是密文；只有本人可取', 'application/json', 'volunteerId')
  async bundle(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
  ): Promise<StreamableFile> {
    if (!isOwn(actor, volunteerId)) {
      await this.reading.assertSeesVolunteer(actor, volunteerId);
      throw new Problem('not_allowed', { detail: '这里只能取本人的履历包；审计员请到“校验与取证”页面取。' });
    }
    return takenBundle({ house: this.house, notes: this.notes }, actor, volunteerId);
  }
}
