import { Module } from '@nestjs/common';
import { MovementWindows } from './movement.windows.js';
import { VolunteerController } from './volunteer.controller.js';
import { VolunteerCommandHandler } from './volunteer.handler.js';
import { VolunteerMovementController } from './volunteer.movement.controller.js';
import { VolunteerWindows } from './volunteer.windows.js';

@Module({
  controllers: [VolunteerController, VolunteerMovementController, MovementWindows, VolunteerWindows],
  providers: [VolunteerCommandHandler],
})
export class VolunteerModule {}
