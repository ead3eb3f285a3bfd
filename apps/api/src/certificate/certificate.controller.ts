import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  IssueCertificate,
  PrepareCertificate,
  PublicizeCertificate,
  RevokeCertificate,
} from '#libs/certificate/certificate.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { CertificateCommandMessage } from './certificate.handler.js';

@ApiTags('服务记录证明')
@Controller('api/certificates/:volunteerId/:ordinal')
export class CertificateController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('preparation', PrepareCertificate, '编制证明（经办人）')
  prepare(@Command(PrepareCertificate) data: PrepareCertificate, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new CertificateCommandMessage({ type: 'PrepareCertificate', data }, by));
  }

  @Takes('issue', IssueCertificate, '签发证明（负责人，须与经办人不同）')
  issue(@Command(IssueCertificate) data: IssueCertificate, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new CertificateCommandMessage({ type: 'IssueCertificate', data }, by));
  }

  @Takes('publicity', PublicizeCertificate, '登记证明的公示')
  publicize(@Command(PublicizeCertificate) data: PublicizeCertificate, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new CertificateCommandMessage({ type: 'PublicizeCertificate', data }, by));
  }

  @Takes('revocation', RevokeCertificate, '撤销证明')
  revoke(@Command(RevokeCertificate) data: RevokeCertificate, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new CertificateCommandMessage({ type: 'RevokeCertificate', data }, by));
  }
}
