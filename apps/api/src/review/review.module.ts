import { Module } from '@nestjs/common';
import { DutiesController } from './duties.controller.js';
import { DutiesWindows } from './duties.windows.js';
import { PaceWindows } from './pace.windows.js';
import { ParticipationWindows } from './participation.windows.js';
import { QuotaController } from './quota.controller.js';
import { ReviewController } from './review.controller.js';
import { SheetWindows } from './sheet.windows.js';
import { UnitReviewController } from './unit-review.controller.js';
import { UnitReviewWindows } from './unit-review.windows.js';
import { ReviewCommandHandler } from './review.handler.js';
import { ReviewWindows } from './review.windows.js';

@Module({
  controllers: [
    ReviewController,
    QuotaController,
    DutiesController,
    UnitReviewController,
    ReviewWindows,
    ParticipationWindows,
    PaceWindows,
    UnitReviewWindows,
    DutiesWindows,
    SheetWindows,
  ],
  providers: [ReviewCommandHandler],
})
export class ReviewModule {}
