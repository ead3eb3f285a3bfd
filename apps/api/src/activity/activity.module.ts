import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller.js';
import { ActivityCommandHandler } from './activity.handler.js';
import { ActivityWindows } from './activity.windows.js';

@Module({ controllers: [ActivityController, ActivityWindows], providers: [ActivityCommandHandler] })
export class ActivityModule {}
