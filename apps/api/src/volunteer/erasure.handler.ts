import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ErasureCommand } from '#libs/erasure/erasure.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Submitting, type Acting } from '../http/submitting.js';

export class ErasureCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: ErasureCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(ErasureCommandMessage)
export class ErasureCommandHandler implements ICommandHandler<ErasureCommandMessage> {
  constructor(
    private readonly submitting: Submitting,
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async execute({ command, by }: ErasureCommandMessage): Promise<Receipt> {
    const receipt = await this.submitting.submit(command, by);
    // The deed takes its time; cut off, the next start or `zhice privacy run` goes on with it.
    if (command.type === 'ApprovePrivacyRequest')
      void this.house.eraser
        .run()
        .catch(({ name }: Error) => this.options.log?.error({ error: name }, '删除没有做完，下次启动时继续'));
    return receipt;
  }
}
