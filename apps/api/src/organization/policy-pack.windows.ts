import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { packInForce } from '#libs/counter/policy-in-force';
import type { OrganizationId } from '#libs/kernel/ids';
import { packs } from '#libs/policy/packs';
import type { PolicyPack, RequiredDay } from '#libs/policy/policy-pack';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, PathId, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

/** A pack there is, and whether it is the one in force for the organization: by its own adoption, or from above. */
interface PolicyPackItem extends Pick<
  PolicyPack,
  'id' | 'version' | 'effectiveFrom' | 'issuer' | 'documentNumber' | 'title'
> {
  readonly isInForce: boolean;
  /** Empty where the pack asks for none. */
  readonly requiredDays: readonly RequiredDay[];
  /** Days before and after a required day that still count for it. */
  readonly requiredDayWindowDays: number;
}

const onDay = { on: day('截至日期，默认今天') };

@ApiTags('党组织')
@Controller('api/organizations')
export class PolicyPackWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows(':organizationId/policy-packs', '规则包列表，哪一种现行，规定了哪些集中服务的日子', onDay)
  async packs(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDay) { on = this.reading.today() }: Asked<typeof onDay>,
  ): Promise<{ items: readonly PolicyPackItem[] }> {
    await this.reading.scopeUnder(actor, organizationId);
    const inForce = await packInForce(this.house, organizationId, on);
    return { items: packs.map((pack) => itemOf(pack, pack === inForce)) };
  }
}

const itemOf = (pack: PolicyPack, isInForce: boolean): PolicyPackItem => {
  const { id, version, effectiveFrom, issuer, documentNumber, title } = pack;
  const { requiredDays, requiredDayWindowDays } = pack.rules;
  return {
    ...{ id, version, effectiveFrom, issuer, documentNumber, title, isInForce },
    requiredDays: requiredDays?.value ?? [],
    requiredDayWindowDays: requiredDayWindowDays?.value ?? 0,
  };
};
