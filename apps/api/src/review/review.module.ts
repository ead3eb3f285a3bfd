import { Module } from '@nestjs/common';
import { PaceWindows } from './pace.windows.js';
import { ParticipationWindows } from './participation.windows.js';
import { QuotaController } from './quota.controller.js';
import { ReviewController } from './review.controller.js';
import { SheetWindows } from './sheet.windows.js';
import { UnitReviewController } from './unit-review.controller.js';
import { UnitReviewWindows } from './unit-review.windows.js';
import { ReviewCommandHandler } from './review.handler.js';
import { ReviewWindows } from './review.windows.js';

@Module({ controllers: [ReviewController, QuotaController, UnitReviewController, ReviewWindows, ParticipationWindows, PaceWindows, UnitReviewWindows, SheetWindows], providers: [ReviewCommandHandler] })
export class ReviewModule {}
