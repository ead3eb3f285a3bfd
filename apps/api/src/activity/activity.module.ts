import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller.js';
import { ActivityCommandHandler } from './activity.handler.js';

@Module({ controllers: [ActivityController], providers: [ActivityCommandHandler] })
export class ActivityModule {}
