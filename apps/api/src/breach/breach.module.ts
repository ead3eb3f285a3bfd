import { Module } from '@nestjs/common';
import { BreachController } from './breach.controller.js';
import { BreachCommandHandler } from './breach.handler.js';
import { BreachWindows } from './breach.windows.js';

@Module({ controllers: [BreachController, BreachWindows], providers: [BreachCommandHandler] })
export class BreachModule {}
