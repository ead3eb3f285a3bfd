import { Module } from '@nestjs/common';
import { VolunteerController } from './volunteer.controller.js';
import { VolunteerCommandHandler } from './volunteer.handler.js';

@Module({ controllers: [VolunteerController], providers: [VolunteerCommandHandler] })
export class VolunteerModule {}
