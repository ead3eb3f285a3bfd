import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  RegisterPartyOrganization,
  RenamePartyOrganization,
  StateStaffHeadcount,
  StatePartyMemberCount,
  AssumeLeadershipPost,
  EndLeadershipPost,
  DesignateReceivingDesk,
  AdoptPolicyPack,
  MergePartyOrganization,
  SplitPartyOrganization,
} from '#libs/organization/organization.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { OrganizationCommandMessage } from './organization.handler.js';

@ApiTags('党组织')
@Controller('api/organizations')
export class OrganizationController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', RegisterPartyOrganization, '登记党组织')
  register(@Command(RegisterPartyOrganization) data: RegisterPartyOrganization, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'RegisterPartyOrganization', data }, by));
  }

  @Takes(':organizationId/names', RenamePartyOrganization, '更名')
  rename(@Command(RenamePartyOrganization) data: RenamePartyOrganization, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'RenamePartyOrganization', data }, by));
  }

  @Takes(':organizationId/staff-headcounts', StateStaffHeadcount, '填报单位人数')
  stateStaffHeadcount(@Command(StateStaffHeadcount) data: StateStaffHeadcount, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'StateStaffHeadcount', data }, by));
  }

  @Takes(':organizationId/party-member-counts', StatePartyMemberCount, '填报党员人数')
  statePartyMemberCount(
    @Command(StatePartyMemberCount) data: StatePartyMemberCount,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'StatePartyMemberCount', data }, by));
  }

  @Takes(':organizationId/leadership-posts', AssumeLeadershipPost, '领导班子成员任职')
  assumePost(@Command(AssumeLeadershipPost) data: AssumeLeadershipPost, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'AssumeLeadershipPost', data }, by));
  }

  @Takes(':organizationId/leadership-posts/:postId/end', EndLeadershipPost, '领导班子成员免职')
  endPost(@Command(EndLeadershipPost) data: EndLeadershipPost, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'EndLeadershipPost', data }, by));
  }

  @Takes(':organizationId/receiving-desks', DesignateReceivingDesk, '指定报送受理窗口')
  designateDesk(@Command(DesignateReceivingDesk) data: DesignateReceivingDesk, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'DesignateReceivingDesk', data }, by));
  }

  @Takes(':organizationId/policy-packs', AdoptPolicyPack, '采用规则包')
  adoptPack(@Command(AdoptPolicyPack) data: AdoptPolicyPack, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'AdoptPolicyPack', data }, by));
  }

  @Takes(':organizationId/merger', MergePartyOrganization, '并入另一个党组织')
  merge(@Command(MergePartyOrganization) data: MergePartyOrganization, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'MergePartyOrganization', data }, by));
  }

  @Takes(':organizationId/split', SplitPartyOrganization, '拆分为几个党组织')
  split(@Command(SplitPartyOrganization) data: SplitPartyOrganization, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new OrganizationCommandMessage({ type: 'SplitPartyOrganization', data }, by));
  }
}
