import { Module } from '@nestjs/common';
import { QuotaController } from './quota.controller.js';
import { ReviewController } from './review.controller.js';
import { ReviewCommandHandler } from './review.handler.js';
import { ReviewWindows } from './review.windows.js';

@Module({ controllers: [ReviewController, QuotaController, ReviewWindows], providers: [ReviewCommandHandler] })
export class ReviewModule {}
