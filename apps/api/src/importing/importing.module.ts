import { Module } from '@nestjs/common';
import { ImportController } from './import.controller.js';
import { ImportTemplateController } from './import-template.controller.js';
import { ImportDesk } from './import-desk.js';
import { ImportRuns } from './import-runs.js';
import { Uploads } from './uploads.js';

@Module({ controllers: [ImportController, ImportTemplateController], providers: [ImportDesk, ImportRuns, Uploads] })
export class ImportingModule {}
