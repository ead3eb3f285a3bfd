import { Module } from '@nestjs/common';
import { Auditing } from './auditing.js';
import { AuditEntryWindows } from './entry.windows.js';
import { ProofWindows } from './proof.windows.js';
import { RefusedWindows } from './refused.windows.js';

@Module({ controllers: [AuditEntryWindows, ProofWindows, RefusedWindows], providers: [Auditing] })
export class AuditModule {}
