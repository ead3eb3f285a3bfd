import { Module } from '@nestjs/common';
import { AnnualPlanController } from './annual-plan.controller.js';
import { AnnualPlanCommandHandler } from './annual-plan.handler.js';

@Module({ controllers: [AnnualPlanController], providers: [AnnualPlanCommandHandler] })
export class AnnualPlanModule {}
