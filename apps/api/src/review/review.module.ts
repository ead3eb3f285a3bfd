import { Module } from '@nestjs/common';
import { ReviewController } from './review.controller.js';
import { ReviewCommandHandler } from './review.handler.js';
import { ReviewWindows } from './review.windows.js';

@Module({ controllers: [ReviewController, ReviewWindows], providers: [ReviewCommandHandler] })
export class ReviewModule {}
