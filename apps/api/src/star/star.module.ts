import { Module } from '@nestjs/common';
import { StarController } from './star.controller.js';
import { StarCommandHandler } from './star.handler.js';
import { StarWindows } from './star.windows.js';

@Module({ controllers: [StarController, StarWindows], providers: [StarCommandHandler] })
export class StarModule {}
