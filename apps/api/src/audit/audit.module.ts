import { Module } from '@nestjs/common';
import { Auditing } from './auditing.js';
import { AuditEntryWindows } from './entry.windows.js';
import { OwnBundleWindows } from './own-bundle.windows.js';
import { ProofWindows } from './proof.windows.js';
import { RefusedWindows } from './refused.windows.js';

@Module({ controllers: [AuditEntryWindows, ProofWindows, OwnBundleWindows, RefusedWindows], providers: [Auditing] })
export class AuditModule {}
