import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readingScopes } from '#libs/access/permissions';
import { restrictedPeople } from '#libs/counter/erasure.desk';
import type { VolunteerId } from '#libs/kernel/ids';
import { checkIdNumber } from '#libs/reference/id-number';
import { IsIdNumber } from '#libs/reference/validators';
import { volunteers, type VolunteerLine } from '#projections/volunteer-register/volunteer-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { restrictedName } from '../http/restricted.interceptor.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { assertMayApply } from './may-apply.js';

export class CheckIdNumberRequest {
  @IsIdNumber('身份证号码') readonly idNumber: string;
}

type Holder = Pick<VolunteerLine, 'volunteerId' | 'name' | 'birthDate' | 'organizationName' | 'status'>;

/** Whose data is restricted (PIPL 47) is not named. */
const holderOf = (
  { volunteerId, name, birthDate, organizationName, status }: VolunteerLine,
  isRestricted: boolean,
): Holder => ({
  ...{ volunteerId, organizationName, status },
  ...(isRestricted ? { name: restrictedName, birthDate: null } : { name, birthDate }),
});

/** Before an application is filled in: whose number it is already. The number is asked of the blind index and kept nowhere. */
@ApiTags('志愿者')
@Controller('api/volunteers/id-number-check')
export class IdNumberCheckController {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @Accepts('', CheckIdNumberRequest, '报名前查重：此身份证号码是否已经登记；范围内的列出是谁')
  async check(
    @Signed() { actor }: SignedIn,
    @Body(CheckIdNumberRequest) { idNumber }: CheckIdNumberRequest,
  ): Promise<{ isTaken: boolean; items: readonly Holder[] }> {
    assertMayApply(actor);
    const checked = checkIdNumber(idNumber);
    const value = checked.ok ? checked.idNumber : idNumber;
    const holders = await this.house.blindIndex.find({ kind: 'id_number', value });
    const scopes = readingScopes(actor);
    if (holders.length === 0 || scopes.length === 0) return { isTaken: holders.length > 0, items: [] };
    const scope = await this.house.tree.subtree(scopes);
    const { items } = await volunteers(this.house.read, { scope, volunteerIds: holders as VolunteerId[] });
    const restricted = await restrictedPeople(this.house);
    return { isTaken: true, items: items.map((line) => holderOf(line, restricted.has(line.volunteerId))) };
  }
}
