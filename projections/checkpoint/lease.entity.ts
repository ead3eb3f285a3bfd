import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which process keeps the windows, the reactions, or is rebuilding; written by libs/projection-engine alone. */
@Entity({ schema: 'read', name: 'lease' })
export class LeaseRow {
  @PrimaryColumn('text')
  name: string;

  @Column('text')
  owner: string;

  @Column('bigint')
  epoch: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
