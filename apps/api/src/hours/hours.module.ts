import { Module } from '@nestjs/common';
import { HoursController } from './hours.controller.js';
import { HoursCommandHandler } from './hours.handler.js';

@Module({ controllers: [HoursController], providers: [HoursCommandHandler] })
export class HoursModule {}
