import type pg from 'pg';
import type { MasterKey } from './master-key.js';

export type BlindKind = 'id_number' | 'mobile';

export interface BlindValue {
  readonly kind: BlindKind;
  /** Normalised: upper-case X, no blanks. */
  readonly value: string;
}

/**
 * Who has this ID number or mobile, without the number: keyed hashes in a mutable table of the key database, nowhere else.
 * A reservation comes before the append and is confirmed after it; one left by a crash expires, so that the same person
 * can register again.
 */
export class BlindIndex {
  constructor(
    private readonly pool: pg.Pool,
    private readonly master: MasterKey,
  ) {}

  /**
   * Reserves for ten minutes. Answers the subjects who already have one of these ID numbers; then nothing was reserved.
   * `isKnown` tells whether a subject is in the log: its expired reservation only missed the confirmation and is kept.
   * `same` are other records of the same person, whose number it may be.
   */
  async reserve(
    subject: string,
    values: readonly BlindValue[],
    isKnown: (subject: string) => Promise<boolean>,
    same: ReadonlySet<string> = new Set(),
  ): Promise<readonly string[]> {
    for (const value of values) await this.settleExpired(value, isKnown);
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const taken = new Set<string>();
      for (const { kind, value } of values) {
        const hash = this.master.blind(kind, value);
        await client.query(
          `insert into keys.blind_index (kind, value, subject, reserved_until) values ($1, $2, $3, now() + interval '10 minutes') on conflict do nothing`,
          [kind, hash, subject],
        );
        const { rows } = await client.query<{ subject: string }>('select subject from keys.blind_index where kind = $1 and value = $2', [kind, hash]);
        if (kind === 'id_number') rows.filter((row) => row.subject !== subject && !same.has(row.subject)).forEach((row) => taken.add(row.subject));
      }
      await client.query(taken.size > 0 ? 'rollback' : 'commit');
      return [...taken];
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async settleExpired({ kind, value }: BlindValue, isKnown: (subject: string) => Promise<boolean>): Promise<void> {
    const at = [kind, this.master.blind(kind, value)];
    const { rows } = await this.pool.query<{ subject: string }>('select subject from keys.blind_index where kind = $1 and value = $2 and reserved_until < now()', at);
    for (const { subject } of rows) {
      if (await isKnown(subject)) await this.confirm(subject);
      else await this.pool.query('delete from keys.blind_index where kind = $1 and value = $2 and subject = $3 and reserved_until < now()', [...at, subject]);
    }
  }

  /** The append went through: the reservation stays for good. */
  async confirm(subject: string): Promise<void> {
    await this.pool.query('update keys.blind_index set reserved_until = null where subject = $1 and reserved_until is not null', [subject]);
  }

  /** F-12: the subject has this number now; an earlier one is free again for whoever it belongs to. */
  async release(subject: string, { kind, value }: BlindValue): Promise<void> {
    await this.pool.query('delete from keys.blind_index where kind = $1 and subject = $2 and value <> $3 and reserved_until is null', [kind, subject, this.master.blind(kind, value)]);
  }

  async find({ kind, value }: BlindValue): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ subject: string }>(
      'select subject from keys.blind_index where kind = $1 and value = $2 and (reserved_until is null or reserved_until > now())',
      [kind, this.master.blind(kind, value)],
    );
    return rows.map((row) => row.subject);
  }
}
