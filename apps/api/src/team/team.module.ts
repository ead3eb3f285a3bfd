import { Module } from '@nestjs/common';
import { TeamController } from './team.controller.js';
import { TeamCommandHandler } from './team.handler.js';

@Module({ controllers: [TeamController], providers: [TeamCommandHandler] })
export class TeamModule {}
