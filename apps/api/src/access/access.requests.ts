import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { roles, type Role } from '#libs/access/actor';
import { organizationKinds, type OrganizationKind } from '#libs/organization/organization.events';
import { packs } from '#libs/policy/packs';
import { IsListOf } from '#libs/reference/nested-list';
import { IsCodeFrom, IsIdOf, IsPersonName, IsTextUpTo, Maybe } from '#libs/reference/validators';

const packIds = packs.map(({ id }) => id);
const passwordMax = 128;
const loginMax = 40;

export class SignInRequest {
  @IsTextUpTo('登录名', 200) readonly login: string;
  @IsTextUpTo('密码', 500) readonly password: string;
}

export class ChangePasswordRequest {
  @IsTextUpTo('原密码', 500) readonly password: string;
  @IsTextUpTo('新密码', passwordMax) readonly newPassword: string;
}

export class ResetPasswordRequest {
  @IsTextUpTo('新密码', passwordMax) readonly newPassword: string;
}

export class GrantRequest {
  @IsCodeFrom('角色', roles) readonly role: Role;
  /** Left out for the system administrator only. */
  @Maybe() @IsIdOf('管理范围（党组织）') readonly organizationId?: OrganizationId;
}

export class CreateAccountRequest {
  @IsTextUpTo('登录名', loginMax) readonly login: string;
  @IsPersonName('显示名称') readonly displayName: string;
  /** Temporary: its owner changes it before anything else. */
  @IsTextUpTo('初始密码', passwordMax) readonly password: string;
  @Maybe() @IsIdOf('关联的志愿者') readonly volunteerId?: VolunteerId;
  @IsListOf('角色', GrantRequest, { min: 0, max: 20 }) readonly grants: readonly GrantRequest[];
}

/** Nothing to say: the path says whose account. */
export class AccountActRequest {}

export class SetupRequest {
  @IsTextUpTo('设置令牌', 100) readonly token: string;
  @IsTextUpTo('登录名', loginMax) readonly login: string;
  @IsPersonName('显示名称') readonly displayName: string;
  @IsTextUpTo('密码', passwordMax) readonly password: string;
  /** The first organization, above all others; it may be registered later. */
  @Maybe() @IsTextUpTo('最上级党组织名称', 100) readonly organizationName?: string;
  @Maybe() @IsTextUpTo('单位名称', 100) readonly unitName?: string;
  @Maybe() @IsCodeFrom('党组织类别', organizationKinds) readonly organizationKind?: OrganizationKind;
  /** ZJ-2013-37 unless named. */
  @Maybe() @IsCodeFrom('规则包', packIds) readonly pack?: string;
}

export class TopOrganizationRequest {
  @IsTextUpTo('最上级党组织名称', 100) readonly name: string;
  @IsTextUpTo('单位名称', 100) readonly unitName: string;
  @IsCodeFrom('党组织类别', organizationKinds) readonly kind: OrganizationKind;
  /** ZJ-2013-37 unless named. */
  @Maybe() @IsCodeFrom('规则包', packIds) readonly pack?: string;
}
