import { Module } from '@nestjs/common';
import { OrganizationController } from './organization.controller.js';
import { OrganizationCommandHandler } from './organization.handler.js';

@Module({ controllers: [OrganizationController], providers: [OrganizationCommandHandler] })
export class OrganizationModule {}
