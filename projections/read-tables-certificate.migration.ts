import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the register of certificates, as their entities say. */
export class ReadTables1764000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."certificate_register", "read"."certificate_register_name"`);
  }
}

const statements = [
  `CREATE TABLE "read"."certificate_register" ("volunteer_id" uuid NOT NULL, "ordinal" integer NOT NULL, "organization_id" uuid NOT NULL, "number" text NOT NULL, "code" text NOT NULL, "from_on" date NOT NULL, "until_on" date NOT NULL, "service_minutes" integer NOT NULL, "brought_forward_minutes" integer NOT NULL, "standing" text NOT NULL, "prepared_on" date NOT NULL, "handled_by" uuid NOT NULL, "issued_on" date, "headed_by" uuid, "public_from" date, "public_until" date, "changes" integer NOT NULL, "revoked_on" date, "revocation_reason" text, CONSTRAINT "PK_d508526a2a92c0e68f5061e2100" PRIMARY KEY ("volunteer_id", "ordinal"))`,
  `CREATE UNIQUE INDEX "certificate_register_by_number" ON "read"."certificate_register"  ("number")`,
  `CREATE INDEX "certificate_register_by_organization" ON "read"."certificate_register"  ("organization_id", "number")`,
  `CREATE TABLE "read"."certificate_register_name" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_cae31c66c1c6db305d41a349a6f" PRIMARY KEY ("volunteer_id"))`,
];
