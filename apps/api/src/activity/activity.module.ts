import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller.js';
import { ActivityCommandHandler } from './activity.handler.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceWindows, RequiredDayWindows, SessionWindows } from './session.windows.js';
import { SessionController } from './session.controller.js';
import { ActivitySelectionController } from './activity-selection.controller.js';
import { ActivityWindows } from './activity.windows.js';
import { OpenSessionWindows } from './open-sessions.windows.js';

@Module({
  controllers: [
    ActivityController,
    SessionController,
    EvidenceController,
    ActivitySelectionController,
    ActivityWindows,
    SessionWindows,
    EvidenceWindows,
    RequiredDayWindows,
    OpenSessionWindows,
  ],
  providers: [ActivityCommandHandler],
})
export class ActivityModule {}
