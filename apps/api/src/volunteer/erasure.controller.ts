import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { mentionsAfter, type MentionsPart } from '#libs/books/mentions';
import type { AnyCommand } from '#libs/counter/counter';
import { duplicatesOf, evidenceOfPerson, privacyState } from '#libs/counter/erasure.desk';
import {
  ApprovePrivacyRequest,
  CompleteCorrection,
  DeclinePrivacyRequest,
  FilePrivacyRequest,
} from '#libs/erasure/erasure.commands';
import { requestStatuses, type PrivacyRequest } from '#libs/erasure/erasure.state';
import type { Receipt } from '#libs/event-store/ledger';
import type { Position } from '#libs/event-store/port';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { EvidenceOfPerson } from '#projections/activity-evidence/activity-evidence.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows, Takes } from '../docs/described.js';
import { Asking, idOf, oneOf, paging, yesNo, PathId, positionLike, type Asked } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { isOwn, Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ErasureCommandMessage } from './erasure.handler.js';

const looked = { after: positionLike('上一部分的 next：从此位置之后接着查') };
/** So many entries are opened within the time of one answer, on a slow machine too. */
const entriesAtOnceMax = 5_000;

type Told = Omit<PrivacyRequest, 'keyIds' | 'subjectIds'>;
const told = ({ keyIds: _keys, subjectIds: _subjects, ...request }: PrivacyRequest): Told => request;
const listed = {
  ...paging,
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  status: oneOf('办理状态', requestStatuses),
  oldestFirst: yesNo('先提出的在前'),
};

/** Correct, restrict or destroy: asked by one, approved by another. */
@ApiTags('个人信息')
@Controller('api')
export class ErasureController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Takes(
    'volunteers/:volunteerId/privacy-requests',
    FilePrivacyRequest,
    '提出个人信息申请：更正、限制处理、解除限制或删除',
  )
  file(@Command(FilePrivacyRequest) data: FilePrivacyRequest, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ErasureCommandMessage({ type: 'FilePrivacyRequest', data }, by));
  }

  @Takes(
    'volunteers/:volunteerId/privacy-requests/approval',
    ApprovePrivacyRequest,
    '批准个人信息申请；须由另一人办理，删除随即执行',
  )
  approve(@Command(ApprovePrivacyRequest) data: ApprovePrivacyRequest, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ErasureCommandMessage({ type: 'ApprovePrivacyRequest', data }, by));
  }

  @Takes('volunteers/:volunteerId/privacy-requests/refusal', DeclinePrivacyRequest, '拒绝个人信息申请，写明理由')
  decline(@Command(DeclinePrivacyRequest) data: DeclinePrivacyRequest, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ErasureCommandMessage({ type: 'DeclinePrivacyRequest', data }, by));
  }

  @Takes('volunteers/:volunteerId/privacy-requests/correction', CompleteCorrection, '更正已办理登记事项变更，办结申请')
  complete(@Command(CompleteCorrection) data: CompleteCorrection, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ErasureCommandMessage({ type: 'CompleteCorrection', data }, by));
  }

  @Shows('volunteers/:volunteerId/privacy-requests', '此人的个人信息申请及其办理情况；本人可看自己的')
  async ofPerson(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
  ): Promise<{ items: readonly Told[] }> {
    const requests = await this.requests();
    if (!isOwn(actor, volunteerId)) await this.reading.assertSeesVolunteer(actor, volunteerId);
    return { items: requests.filter(({ subjectId }) => (subjectId as string) === volunteerId).map(told) };
  }

  @Shows('volunteers/:volunteerId/evidence', '此人参加过的活动的佐证文件，提出删除申请前逐份查看，选出要一并销毁的')
  async evidence(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
  ): Promise<{ items: readonly EvidenceOfPerson[] }> {
    await this.reading.assertSeesVolunteer(actor, volunteerId);
    return { items: await evidenceOfPerson(this.house, volunteerId) };
  }

  @TakesLong()
  @Shows(
    'volunteers/:volunteerId/mentions',
    '别人、活动等的文字里提到此人的地方：只有台账位置，没有文字。批准删除的人可查；分部分查，直到 next 为 null',
    looked,
  )
  async mentions(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(looked) { after }: Asked<typeof looked>,
  ): Promise<MentionsPart> {
    // Of somebody elsewhere nobody learns that they are there.
    await this.reading.assertSeesVolunteer(actor, volunteerId);
    const decides = { type: 'ApprovePrivacyRequest', data: { volunteerId } } as AnyCommand;
    await this.house.counter.assertMay(actor, decides);
    const records = [volunteerId, ...(await duplicatesOf(this.house, volunteerId))];
    const asked = { after: (after as Position | undefined) ?? null, entriesMax: entriesAtOnceMax };
    return mentionsAfter(this.house, records, asked);
  }

  @Shows('privacy-requests', '范围内的个人信息申请，新的在前；oldestFirst 为先提出的在前', listed)
  async all(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, status, oldestFirst = false, page = 1, pageSize = 50 }: Asked<typeof listed>,
  ): Promise<{ items: readonly Told[]; total: number }> {
    const scope = await this.reading.listScope(actor, within);
    const asked = (await this.requests()).filter(
      (one) => scope.includes(one.organizationId) && (status === undefined || one.status === status),
    );
    const found = oldestFirst ? asked : asked.toReversed();
    return { items: found.slice((page - 1) * pageSize, page * pageSize).map(told), total: found.length };
  }

  private async requests(): Promise<readonly PrivacyRequest[]> {
    return [...(await privacyState(this.house)).requests.values()];
  }
}
