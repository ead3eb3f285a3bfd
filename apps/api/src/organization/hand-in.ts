import { Inject, Injectable } from '@nestjs/common';
import { attestTables, isUnsound } from '#libs/house/attest-tables';
import { HOUSE, type House } from '../api-parts.js';
import { Problem } from '../http/problem.js';

/** So long an attestation is good for another form: an office prints several in a row. */
const goodMilliseconds = 600_000;

/**
 * What is handed up is held against the log first, row by row, and the roots of the tables are said in the log. On a long log that
 * takes longer than an answer may: it goes on, and whoever asks again within ten minutes of its end has the form.
 */
@Injectable()
export class HandIn {
  private running: Promise<void> | undefined;
  private attestedAt: number | undefined;

  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** Throws Problem where a table is not what the log comes to. */
  async assertAttested(): Promise<void> {
    if (this.attestedAt !== undefined && this.house.time() - this.attestedAt < goodMilliseconds) return;
    this.running ??= this.attest().finally(() => (this.running = undefined));
    await this.running;
  }

  private async attest(): Promise<void> {
    const { tables } = await attestTables(this.house, () => undefined);
    const unsound = [...new Set(tables.filter(isUnsound).map(({ table }) => table))];
    if (unsound.length > 0)
      throw new Problem('refused', {
        detail: `${unsound.join('、')} 与台账不符或没能比对，不能报送。请管理员执行 zhice verify tables 查明，zhice rebuild 更正。`,
      });
    this.attestedAt = this.house.time();
  }
}
