import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import { AdoptStarScheme, ApplyForStar, AwardStar, DeclineStar, RevokeStar } from '#libs/star/star.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { StarCommandMessage } from './star.handler.js';

@ApiTags('星级')
@Controller('api')
export class StarController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('organizations/:organizationId/star-schemes', AdoptStarScheme, '采用一种星级标准')
  adopt(@Command(AdoptStarScheme) data: AdoptStarScheme, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new StarCommandMessage({ type: 'AdoptStarScheme', data }, by));
  }

  @Takes('volunteers/:volunteerId/stars/application', ApplyForStar, '申报星级；本人或单位申报')
  apply(@Command(ApplyForStar) data: ApplyForStar, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new StarCommandMessage({ type: 'ApplyForStar', data }, by));
  }

  @Takes('volunteers/:volunteerId/stars/award', AwardStar, '认定星级，由标准规定的一级认定')
  award(@Command(AwardStar) data: AwardStar, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new StarCommandMessage({ type: 'AwardStar', data }, by));
  }

  @Takes('volunteers/:volunteerId/stars/refusal', DeclineStar, '不予认定星级')
  decline(@Command(DeclineStar) data: DeclineStar, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new StarCommandMessage({ type: 'DeclineStar', data }, by));
  }

  @Takes('volunteers/:volunteerId/stars/revocation', RevokeStar, '撤销已认定的星级')
  revoke(@Command(RevokeStar) data: RevokeStar, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new StarCommandMessage({ type: 'RevokeStar', data }, by));
  }
}
