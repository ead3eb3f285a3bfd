import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Role } from './actor.js';

@Entity({ schema: 'access', name: 'account' })
export class AccountRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: AccountId;
  /** As `loginOf` writes it. */
  @Column('text', { name: 'login', unique: true }) login: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('uuid', { name: 'volunteer_id', nullable: true }) volunteerId: VolunteerId | null;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  /** Somebody else knows it: good for nothing but choosing another one. */
  @Column('boolean', { name: 'password_is_temporary' }) passwordIsTemporary: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
}

@Entity({ schema: 'access', name: 'role_grant' })
export class RoleGrantRow {
  @PrimaryColumn('uuid', { name: 'grant_id' }) grantId: string;
  @Column('uuid', { name: 'account_id' }) accountId: AccountId;
  @Column('text', { name: 'role' }) role: Role;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: OrganizationId | null;
}

@Entity({ schema: 'access', name: 'session' })
export class SessionRow {
  /** SHA-256 of the token; the token itself is only in the cookie. */
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('uuid', { name: 'account_id' }) accountId: AccountId;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
}

@Entity({ schema: 'access', name: 'setup_token' })
export class SetupTokenRow {
  @PrimaryColumn('boolean', { name: 'only_row' }) onlyRow: boolean;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
}

@Entity({ schema: 'access', name: 'access_log' })
export class AccessLogRow {
  @PrimaryGeneratedColumn('identity', { name: 'n', type: 'bigint', generatedIdentity: 'ALWAYS' }) n: string;
  @Column('timestamptz', { name: 'at' }) at: Date;
  @Column('text', { name: 'act' }) act: string;
  /** Who did it; null where nobody had signed in. */
  @Column('uuid', { name: 'by_account', nullable: true }) byAccount: AccountId | null;
  /** Whose account it was done to. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: AccountId | null;
  /** Codes and ids only. */
  @Column('jsonb', { name: 'details' }) details: Readonly<Record<string, string>>;
}

export const accessEntities = [AccountRow, RoleGrantRow, SessionRow, SetupTokenRow, AccessLogRow];
