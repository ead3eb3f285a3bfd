import { Module } from '@nestjs/common';
import { TeamController } from './team.controller.js';
import { TeamCommandHandler } from './team.handler.js';
import { TeamSelectionController } from './team-selection.controller.js';
import { TeamWindows } from './team.windows.js';

@Module({ controllers: [TeamController, TeamSelectionController, TeamWindows], providers: [TeamCommandHandler] })
export class TeamModule {}
