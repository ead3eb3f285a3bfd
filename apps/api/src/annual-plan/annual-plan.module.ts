import { Module } from '@nestjs/common';
import { AnnualPlanController } from './annual-plan.controller.js';
import { AnnualPlanWindows } from './annual-plan.windows.js';
import { AnnualPlanCommandHandler } from './annual-plan.handler.js';

@Module({ controllers: [AnnualPlanController, AnnualPlanWindows], providers: [AnnualPlanCommandHandler] })
export class AnnualPlanModule {}
