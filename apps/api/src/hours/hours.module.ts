import { Module } from '@nestjs/common';
import { BatchController } from './batch.controller.js';
import { CorrectionController } from './correction.controller.js';
import { DisputeController } from './dispute.controller.js';
import { HoursController } from './hours.controller.js';
import { HoursCommandHandler } from './hours.handler.js';
import { OwnYearWindows } from './own-year.windows.js';
import { WatchWindows } from './watch.windows.js';
import { YearWindows } from './year.windows.js';

@Module({
  controllers: [BatchController, HoursController, CorrectionController, DisputeController, YearWindows, OwnYearWindows, WatchWindows],
  providers: [HoursCommandHandler],
})
export class HoursModule {}
