import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where each window and each reaction stands in the log; written by libs/projection-engine alone. */
@Entity({ schema: 'read', name: 'checkpoint' })
export class CheckpointRow {
  @PrimaryColumn('text')
  name: string;

  @Column('int')
  version: number;

  @Column('text', { nullable: true })
  position: string | null;

  @Column('bigint', { default: 0 })
  epoch: number;

  @Column('text', { name: 'store_id' })
  storeId: string;

  @Column('jsonb', { nullable: true })
  stopped: object | null;
}
