import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Actor } from '#libs/access/actor';
import type { AnyCommand } from '#libs/counter/counter';
import type { RequestId } from '#libs/erasure/erasure.events';
import type { Receipt } from '#libs/event-store/ledger';
import { openHouseOn, type House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { AccountId, CommandId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { sayEvents } from './say-events.js';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { lettersOf } from '#libs/projection-engine/letters';

export interface Canary {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly idNumber?: string;
  readonly mobile: string;
}

export const day = (text: string): LocalDate => text as LocalDate;

/** Made up: the division 340199 is not assigned. */
const canary = (name: string, idNumber: string, mobile: string): Required<Canary> => ({
  ...{ volunteerId: randomUUID() as VolunteerId, name, mobile },
  idNumber: withCheckDigit(idNumber),
});

function withCheckDigit(id: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(id[i]), 0);
  return `${id}${'10X98765432'[sum % 11]!}`;
}

/** What tells who it is: name, numbers, and the letters by which the name is found. */
export const wordsOf = ({ name, idNumber, mobile }: Required<Canary>): string[] => [
  name,
  ...lettersOf(name).split(' ').slice(1),
  idNumber,
  mobile,
];

/** A house with people in it whose names, numbers and telephones are looked for after they were erased. */
export class ErasureBench {
  /** Has 𠮷, 䶮 and an X. */
  readonly gone = canary('𠮷䶮测', '34019919900101003', '13900001111');
  readonly half = canary('欧阳·䶮', '34019919910202234', '13900002222');
  readonly staying = canary('常在人', '34019919920303345', '13900003333');
  readonly top = randomUUID() as OrganizationId;
  readonly filer = this.actor('UNIT_OFFICE');
  readonly approver = this.actor('APPROVER');
  readonly told: string[] = [];
  readonly errors: Error[] = [];
  house!: House;
  databases!: TestDatabase;
  dataDir!: string;

  static async open(): Promise<ErasureBench> {
    const bench = new ErasureBench();
    bench.databases = await testDatabase();
    bench.dataDir = await mkdtemp(path.join(tmpdir(), 'zhice-erasure-'));
    await bench.start();
    const kind = 'CITY_ORGANIZATION_DEPARTMENT' as const;
    const named = { name: '示例市委组织部', unitName: '示例市委组织部' };
    const registered = { organizationId: bench.top, ...named, kind, registeredOn: day('2026-01-01') };
    await registerTopOrganization(bench.house, registered);
    for (const person of [bench.gone, bench.half, bench.staying]) await bench.enrol(person);
    await bench.settled();
    return bench;
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.databases.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Closes the house and opens it again, as another start of the product. */
  async restart(): Promise<void> {
    await this.house.close();
    await this.start();
  }

  async start(): Promise<void> {
    const { main, keys } = this.databases;
    const report = (text: string): void => void this.told.push(text);
    const onError = (error: Error): void => void this.errors.push(error);
    this.house = await openHouseOn({ main, keys, read: main }, { dataDir: this.dataDir, env: {}, report, onError });
    this.house.engine.start();
  }

  actor(role: 'UNIT_OFFICE' | 'APPROVER', accountId = randomUUID() as AccountId): Actor {
    return { accountId, displayName: '测试账号', grants: [{ role, organizationId: this.top }] };
  }

  give(who: Actor, type: AnyCommand['type'], data: object): Promise<Receipt> {
    return this.house.counter.submit(who, { type, data } as AnyCommand, { commandId: randomUUID() as CommandId });
  }

  async enrol({ volunteerId, name, idNumber, mobile }: Canary): Promise<void> {
    const particulars = { name, sex: '1', birthDate: '1990-01-01', mobiles: [mobile], mainProjects: `${name}的特长` };
    await this.give(this.filer, 'SubmitApplication', {
      ...{ volunteerId, organizationId: this.top, participantKind: 'FULL_MEMBER', submittedOn: day('2026-01-05') },
      ...{ source: 'PAPER_FORM', onBehalf: 'RECORDER', consents: ['REGISTRATION'], doubts: [], ...particulars },
      ...(idNumber ? { idNumber } : {}),
    });
    const approved = { volunteerId, approvedOn: day('2026-01-06'), basis: 'BRANCH_MEETING' };
    await this.give(this.approver, 'ApproveApplication', approved);
    await this.give(this.approver, 'EnrolVolunteer', { volunteerId, enrolledOn: day('2026-01-06') });
  }

  /** Files a request to destroy these groups, and has it approved by the other person. */
  async approvedErasure(
    { volunteerId }: Canary,
    groups: readonly string[],
    evidenceIds?: readonly string[],
  ): Promise<RequestId> {
    const requestId = await this.fileErasure({ volunteerId }, groups, evidenceIds);
    await this.give(this.approver, 'ApprovePrivacyRequest', { volunteerId, requestId });
    return requestId;
  }

  async fileErasure(
    { volunteerId }: Pick<Canary, 'volunteerId'>,
    groups: readonly string[],
    evidenceIds?: readonly string[],
  ): Promise<RequestId> {
    const requestId = randomUUID() as RequestId;
    const request = { volunteerId, requestId, answer: 'SHRED', basis: 'CONSENT_WITHDRAWN', groups, evidenceIds };
    await this.give(this.filer, 'FilePrivacyRequest', request);
    return requestId;
  }

  /** A signed sheet of these people, kept as evidence of an activity in which they were recorded. Answers what was said of the evidence. */
  async evidenceOf(
    people: readonly Pick<Canary, 'volunteerId'>[],
    content: Buffer,
    caption = '签到表',
  ): Promise<{ activityId: string; evidenceId: string; sha256: string }> {
    const { sha256, bytes, contentType } = await this.house.evidenceFiles.keep(content);
    const [activityId, evidenceId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
    const heldOn = day('2026-03-01');
    const times = { startsAt: '09:00', endsAt: '11:00' };
    const of = { activityId, sessionId };
    await sayEvents(
      this.house,
      `activity-${activityId}`,
      {
        type: 'EvidenceAdded',
        data: {
          ...{ activityId, organizationId: this.top, evidenceId, evidenceKind: 'SIGN_IN_SHEET', sha256, bytes },
          ...{ contentType, addedOn: heldOn, showsMinor: false, hasGuardianConsent: false, caption },
        },
      },
      ...people.map(({ volunteerId }) => ({
        type: 'AttendanceRecorded' as const,
        data: {
          ...{ ...of, volunteerId, entryId: randomUUID(), servedOn: heldOn, ...times, serviceMinutes: 120 },
          ...{ provenance: 'WITNESSED', recordedBy: this.filer.accountId, recordedOn: heldOn, endDerived: false },
        },
      })),
    );
    await this.settled();
    return { activityId, evidenceId, sha256 };
  }

  async settled(): Promise<void> {
    for (let head = await this.house.store.head(); head !== null;) {
      if (!(await this.house.engine.waitFor(head, 60_000))) throw new Error('the windows did not follow');
      const next = await this.house.store.head();
      if (next === head) return;
      head = next;
    }
  }

  async onKeys(...statements: readonly string[]): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(this.databases.keys);
    await client.connect();
    try {
      let rows: Record<string, unknown>[] = [];
      for (const statement of statements) ({ rows } = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  }

  /** The bytes of a table's file in the main database, dead versions of its rows among them. */
  async fileOf(table: string): Promise<Buffer> {
    const client = new pg.Client(this.databases.main);
    await client.connect();
    try {
      await client.query('checkpoint');
      const { rows } = await client.query<{ bytes: Buffer }>(
        'select pg_read_binary_file(pg_relation_filepath($1)) as bytes',
        [table],
      );
      return rows[0]!.bytes;
    } finally {
      await client.end();
    }
  }

  /** Everything that a dump of both databases and the files of the house would show, and every line that was told. */
  async everythingKept(): Promise<string> {
    const parts = [...this.told, ...this.errors.map(({ stack }) => String(stack))];
    for (const config of [this.databases.main, this.databases.keys]) parts.push(...(await rowsOf(config)));
    for (const file of await readdir(this.dataDir, { recursive: true, withFileTypes: true }))
      if (file.isFile()) parts.push(await readFile(path.join(file.parentPath, file.name), 'utf8'));
    return parts.join('\n');
  }
}

const system = `('pg_catalog', 'information_schema')`;

async function rowsOf(config: pg.PoolConfig): Promise<string[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ${system}`,
    );
    const parts: string[] = [];
    // Statistics hold the commonest values of a column.
    for (const name of [...tables.map((table) => table.name), 'pg_stats']) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      parts.push(...rows.map(({ row }) => row));
    }
    return parts;
  } finally {
    await client.end();
  }
}
