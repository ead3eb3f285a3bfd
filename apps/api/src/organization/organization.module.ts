import { Module } from '@nestjs/common';
import { AnnexController } from './annex.controller.js';
import { BookWindows } from './book.windows.js';
import { CoverageWindows } from './coverage.windows.js';
import { HandIn } from './hand-in.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationCommandHandler } from './organization.handler.js';
import { OrganizationWindows } from './organization.windows.js';
import { PolicyPackWindows } from './policy-pack.windows.js';

@Module({
  controllers: [
    OrganizationController,
    OrganizationWindows,
    PolicyPackWindows,
    BookWindows,
    CoverageWindows,
    AnnexController,
  ],
  providers: [OrganizationCommandHandler, HandIn],
})
export class OrganizationModule {}
