import { Module } from '@nestjs/common';
import { BatchController } from './batch.controller.js';
import { BatchWindows } from './batch.windows.js';
import { CorrectionController } from './correction.controller.js';
import { DisputeController } from './dispute.controller.js';
import { HoursController } from './hours.controller.js';
import { HoursCommandHandler } from './hours.handler.js';
import { OwnYearWindows } from './own-year.windows.js';
import { WatchWindows } from './watch.windows.js';
import { YearWindows } from './year.windows.js';

@Module({
  controllers: [BatchController, BatchWindows, HoursController, CorrectionController, DisputeController, YearWindows, OwnYearWindows, WatchWindows],
  providers: [HoursCommandHandler],
})
export class HoursModule {}
