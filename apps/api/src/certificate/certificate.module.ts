import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller.js';
import { CertificateCommandHandler } from './certificate.handler.js';
import { CertificateWindows } from './certificate.windows.js';
import { VerifyController } from './verify.controller.js';

@Module({
  controllers: [CertificateController, CertificateWindows, VerifyController],
  providers: [CertificateCommandHandler],
})
export class CertificateModule {}
