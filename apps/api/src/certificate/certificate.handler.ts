import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CertificateCommand } from '#libs/certificate/certificate.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { Submitting, type Acting } from '../http/submitting.js';

export class CertificateCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: CertificateCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(CertificateCommandMessage)
export class CertificateCommandHandler implements ICommandHandler<CertificateCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: CertificateCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
