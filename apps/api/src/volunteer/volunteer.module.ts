import { Module } from '@nestjs/common';
import { MovementWindows } from './movement.windows.js';
import { DraftController } from './draft.controller.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureCommandHandler } from './erasure.handler.js';
import { IdNumberCheckController } from './id-number-check.controller.js';
import { PersonalDataController } from './personal-data.controller.js';
import { SelectionController } from './selection.controller.js';
import { VolunteerController } from './volunteer.controller.js';
import { VolunteerCommandHandler } from './volunteer.handler.js';
import { VolunteerMovementController } from './volunteer.movement.controller.js';
import { VolunteerWindows } from './volunteer.windows.js';

@Module({
  controllers: [
    VolunteerController,
    VolunteerMovementController,
    MovementWindows,
    VolunteerWindows,
    PersonalDataController,
    SelectionController,
    ErasureController,
    DraftController,
    IdNumberCheckController,
  ],
  providers: [VolunteerCommandHandler, ErasureCommandHandler],
})
export class VolunteerModule {}
