import { Module } from '@nestjs/common';
import { ClosingController } from './closing.controller.js';
import { ClosingCommandHandler } from './closing.handler.js';
import { ClosingWindows } from './closing.windows.js';

@Module({ controllers: [ClosingController, ClosingWindows], providers: [ClosingCommandHandler] })
export class ClosingModule {}
