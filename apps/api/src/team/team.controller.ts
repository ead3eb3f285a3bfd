import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  EstablishTeam,
  StateTeamRegister,
  AppointTeamLeader,
  StandDownTeamLeader,
  JoinTeam,
  LeaveTeam,
  FormServiceGroup,
  AssignServiceGroupMember,
  RenameTeam,
  DissolveTeam,
  MergeTeam,
  MoveTeam,
} from '#libs/team/team.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { TeamCommandMessage } from './team.handler.js';

@ApiTags('志愿服务队')
@Controller('api/teams')
export class TeamController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', EstablishTeam, '组建服务队')
  establish(@Command(EstablishTeam) data: EstablishTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'EstablishTeam', data }, by));
  }

  @Takes(':teamId/register', StateTeamRegister, '填报登记表')
  stateRegister(@Command(StateTeamRegister) data: StateTeamRegister, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'StateTeamRegister', data }, by));
  }

  @Takes(':teamId/leaders', AppointTeamLeader, '任命队长')
  appointLeader(@Command(AppointTeamLeader) data: AppointTeamLeader, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'AppointTeamLeader', data }, by));
  }

  @Takes(':teamId/leaders/:volunteerId/end', StandDownTeamLeader, '队长卸任')
  standDownLeader(@Command(StandDownTeamLeader) data: StandDownTeamLeader, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'StandDownTeamLeader', data }, by));
  }

  @Takes(':teamId/members', JoinTeam, '入队')
  join(@Command(JoinTeam) data: JoinTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'JoinTeam', data }, by));
  }

  @Takes(':teamId/members/:volunteerId/end', LeaveTeam, '离队')
  leave(@Command(LeaveTeam) data: LeaveTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'LeaveTeam', data }, by));
  }

  @Takes(':teamId/groups', FormServiceGroup, '成立服务小组')
  formGroup(@Command(FormServiceGroup) data: FormServiceGroup, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'FormServiceGroup', data }, by));
  }

  @Takes(':teamId/groups/:groupId/members', AssignServiceGroupMember, '编入服务小组')
  assignMember(@Command(AssignServiceGroupMember) data: AssignServiceGroupMember, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'AssignServiceGroupMember', data }, by));
  }

  @Takes(':teamId/renaming', RenameTeam, '服务队更名')
  rename(@Command(RenameTeam) data: RenameTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'RenameTeam', data }, by));
  }

  @Takes(':teamId/dissolution', DissolveTeam, '撤销服务队')
  dissolve(@Command(DissolveTeam) data: DissolveTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'DissolveTeam', data }, by));
  }

  @Takes(':teamId/merger', MergeTeam, '并入另一支服务队')
  merge(@Command(MergeTeam) data: MergeTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'MergeTeam', data }, by));
  }

  @Takes(':teamId/owner', MoveTeam, '随党组织合并或拆分划转')
  move(@Command(MoveTeam) data: MoveTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new TeamCommandMessage({ type: 'MoveTeam', data }, by));
  }
}
