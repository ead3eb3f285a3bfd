import { Module } from '@nestjs/common';
import { ReviewController } from './review.controller.js';
import { ReviewCommandHandler } from './review.handler.js';

@Module({ controllers: [ReviewController], providers: [ReviewCommandHandler] })
export class ReviewModule {}
