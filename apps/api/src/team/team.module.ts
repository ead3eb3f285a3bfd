import { Module } from '@nestjs/common';
import { TeamController } from './team.controller.js';
import { TeamCommandHandler } from './team.handler.js';
import { TeamWindows } from './team.windows.js';

@Module({ controllers: [TeamController, TeamWindows], providers: [TeamCommandHandler] })
export class TeamModule {}
