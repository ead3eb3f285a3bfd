import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { readAccessLog } from '#libs/access/access-log';
import { Accounts, type AccountListing } from '#libs/access/accounts';
import type { AccessLogRow } from '#libs/access/entities';
import type { Receipt } from '#libs/event-store/ledger';
import type { AccountId } from '#libs/kernel/ids';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { Asking, PathId, wholeNumber, type Asked } from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { ForAdministrator, Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import {
  AccountActRequest,
  CreateAccountRequest,
  GrantRequest,
  ResetPasswordRequest,
  TopOrganizationRequest,
} from './access.requests.js';
import { registerTop } from './top-organization.js';

interface Done {
  readonly accountId: AccountId;
}
interface OrganizationName {
  readonly organizationId: string;
  readonly name: string;
  readonly parentId: string | null;
}

const logAsked = {
  before: wholeNumber('只看此序号之前的记录', 1, 9_999_999_999),
  limit: wholeNumber('条数，默认 100', 1, 500),
};

@ApiTags('账号')
@ForAdministrator()
@Controller('api')
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('accounts')
  @ApiOperation({ summary: '全部账号及其角色' })
  async list(): Promise<{ items: readonly AccountListing[] }> {
    return { items: await this.accounts.list() };
  }

  @Accepts('accounts', CreateAccountRequest, '建立账号；初始密码须由本人修改后才能办理业务')
  async create(@Body(CreateAccountRequest) asked: CreateAccountRequest, @Signed() { actor }: SignedIn): Promise<Done> {
    return { accountId: await this.accounts.create({ ...asked, passwordIsTemporary: true }, actor.accountId) };
  }

  @Accepts('accounts/:accountId/grants', GrantRequest, '授予角色，立即生效')
  async grant(
    @PathId('accountId') accountId: AccountId,
    @Body(GrantRequest) grant: GrantRequest,
    @Signed() { actor }: SignedIn,
  ): Promise<Done> {
    await this.accounts.grant(accountId, grant, actor.accountId);
    return { accountId };
  }

  @Accepts('accounts/:accountId/grant-revocations', GrantRequest, '撤销角色，立即生效')
  async revoke(
    @PathId('accountId') accountId: AccountId,
    @Body(GrantRequest) grant: GrantRequest,
    @Signed() { actor }: SignedIn,
  ): Promise<Done> {
    await this.accounts.revoke(accountId, grant, actor.accountId);
    return { accountId };
  }

  @Accepts('accounts/:accountId/disablement', AccountActRequest, '停用账号，其会话立即失效')
  async disable(@PathId('accountId') accountId: AccountId, @Signed() { actor }: SignedIn): Promise<Done> {
    await this.accounts.disable(accountId, actor.accountId);
    return { accountId };
  }

  @Accepts('accounts/:accountId/enablement', AccountActRequest, '重新启用账号')
  async enable(@PathId('accountId') accountId: AccountId, @Signed() { actor }: SignedIn): Promise<Done> {
    await this.accounts.enable(accountId, actor.accountId);
    return { accountId };
  }

  @Accepts('accounts/:accountId/password', ResetPasswordRequest, '重设他人的密码；本人须修改后才能办理业务')
  async resetPassword(
    @PathId('accountId') accountId: AccountId,
    @Body(ResetPasswordRequest) { newPassword }: ResetPasswordRequest,
    @Signed() { actor }: SignedIn,
  ): Promise<Done> {
    if (accountId === actor.accountId) throw new Problem('not_allowed', { detail: '自己的密码请在“修改密码”中修改。' });
    await this.accounts.resetPassword(accountId, newPassword, actor.accountId);
    return { accountId };
  }

  @Get('access-log')
  @ApiOperation({ summary: '账号与访问日志，新的在前' })
  async log(
    @Asking(logAsked) { before, limit = 100 }: Asked<typeof logAsked>,
  ): Promise<{ items: readonly AccessLogRow[] }> {
    return { items: await readAccessLog(this.house.main.manager, { before: before?.toString(), limit }) };
  }

  @Get('organization-names')
  @ApiOperation({ summary: '党组织名称，用于选取角色的管理范围' })
  async organizationNames(): Promise<{ items: readonly OrganizationName[] }> {
    return { items: await this.house.read.query<OrganizationName[]>(organizationNames) };
  }

  @Accepts('top-organization', TopOrganizationRequest, '登记最上级党组织（设置时未登记的）')
  registerTop(@Body(TopOrganizationRequest) asked: TopOrganizationRequest): Promise<Receipt> {
    return registerTop(this.house, asked, (this.options.now ?? this.house.time)());
  }
}

const organizationNames = `select organization_id as "organizationId", name, parent_id as "parentId" from read.organization_directory order by name, organization_id`;
