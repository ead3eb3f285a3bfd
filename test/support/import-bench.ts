import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Actor } from '#libs/access/actor';
import { AppendOutcomeUnknown, StoreUnavailable, type EventStore } from '#libs/event-store/port';
import { openHouseOn, type House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import { approveBatch } from '#libs/importing/approve';
import { attestBatch } from '#libs/importing/attest';
import { sha256Of } from '#libs/importing/batch';
import { prepareImport, type PreparedImport } from '#libs/importing/import';
import { paperOf } from '#libs/importing/grounds';
import { optionValuesOf, organizationOf, type ImportAsked } from '#libs/importing/kinds';
import type { ImportResult } from '#libs/importing/result';
import { ImportInterrupted } from '#libs/importing/run';
import type { AccountId, BatchId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { EntityClass } from '#libs/projection-engine/projection';
import { projections } from '#projections/catalogue';
import { testDatabase } from '#libs/postgres/test-server';
import { organizations, type OrganizationLine } from '#projections/organization-directory/organization-directory.query';
import { actorOf } from './open-test-house.js';

export const sampleFiles = {
  teams: 'annex-3-team-register.xlsx',
  roster: 'annex-2-roster.xlsx',
  members: 'chaohu-information-sheet-30-rows-7-faults.xlsx',
  signIn: 'sign-in-sheets-2026.xlsx',
  paper: 'sign-in-sheets-2026.pdf',
} as const;

export const samplePath = (name: keyof typeof sampleFiles): string =>
  path.join(import.meta.dirname, '../samples', sampleFiles[name]);
export const sample = async (name: keyof typeof sampleFiles): Promise<Uint8Array> =>
  new Uint8Array(await readFile(samplePath(name)));

const day = (text: string): LocalDate => text as LocalDate;

/** 2026-11-22, 10 in the morning in Shanghai. */
export const importInstant = Date.parse('2026-11-22T02:00:00.000Z');

export const teamsOptions = {
  organizationKind: 'GENERAL_BRANCH',
  fullMembers: 32,
  probationaryMembers: 2,
  formationTitle: '关于组建党员志愿服务队的通知',
  formationDatedOn: day('2025-12-01'),
  formDate: day('2026-07-01'),
} as const;

export const rosterOptions = { enrolledOn: day('2026-01-01'), acceptNamesake: [], leaderPost: '党总支委员' } as const;

export const teamsAsked = (registerUnder: OrganizationId): ImportAsked => ({
  kind: 'teams',
  registerUnder,
  options: teamsOptions,
});
export const rosterAsked = (organizationId: OrganizationId): ImportAsked => ({
  kind: 'roster',
  organizationId,
  options: rosterOptions,
});
export const paper = paperOf(sampleFiles.paper, readFileSync(samplePath('paper')));
export const signInAsked = (organizationId: OrganizationId): ImportAsked => ({
  kind: 'sign-in',
  organizationId,
  grounds: { papers: [paper], lateReasonCode: 'PAPER_SHEET_DELAYED' },
});

const account = (n: number): AccountId => `f0000000-0000-4000-8000-00000000000${n}` as AccountId;

/** The organization above all others, the same in every bench. */
export const top = 'a0000000-0000-4000-8000-000000000001' as OrganizationId;
export const importer: Actor = { ...actorOf(top, ['COUNTY_OFFICE']), accountId: account(1) };
export const attester: Actor = { ...actorOf(top, ['APPROVER']), accountId: account(2) };
/** The third person, for what came late. */
export const approver: Actor = { ...actorOf(top, ['UNIT_OFFICE']), accountId: account(3) };

export interface ImportBench {
  readonly house: House;
  prepare(asked: ImportAsked, bytes: Uint8Array, actor?: Actor): Promise<PreparedImport>;
  write(asked: ImportAsked, bytes: Uint8Array): Promise<ImportResult>;
  /** The unit that the teams' sheet registered. */
  unit(): Promise<OrganizationLine>;
  /** Another process on the same ledger: nothing is remembered but what is on disk. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A house whose log is followed, with two people who act; its clock stands. */
export async function importBench(): Promise<ImportBench> {
  const databases = await testDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhice-import-'));
  const open = async (): Promise<House> => {
    const opened = await openHouseOn(
      { main: databases.main, keys: databases.keys, read: databases.main },
      { dataDir, env: {}, now: () => importInstant },
    );
    opened.engine.start();
    return opened;
  };
  let house = await open();
  await registerTopOrganization(house, {
    organizationId: top,
    name: '示例市委组织部',
    unitName: '示例市委组织部',
    kind: 'CITY_ORGANIZATION_DEPARTMENT',
    registeredOn: day('2020-01-01'),
  });
  const prepare: ImportBench['prepare'] = (asked, bytes, actor = importer) =>
    prepareImport(house, actor, { asked, bytes, now: () => importInstant });
  return {
    get house() {
      return house;
    },
    prepare,
    write: async (asked, bytes) => (await prepare(asked, bytes)).write({ pauses: [] }),
    unit: async () => {
      const { items } = await organizations(house.read, {
        on: day('2026-11-22'),
        scope: undefined,
        text: '示例市示例中心党总支',
      });
      if (!items[0]) throw new Error('the unit is not registered');
      return items[0];
    },
    restart: async () => {
      await house.close();
      house = await open();
    },
    close: async () => {
      await house.close();
      await databases.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const batch = (n: number): BatchId => `e0000000-0000-4000-8000-00000000000${n}` as BatchId;

/** Begins a batch under a known id, so that two ledgers hold the same ids and can be compared. */
async function begin({ house }: ImportBench, n: number, asked: ImportAsked, bytes: Uint8Array): Promise<void> {
  await house.mainPool.query(
    `insert into registry.import_batch (batch_id, kind, organization_id, file_sha256, options, account_id) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      batch(n),
      asked.kind,
      organizationOf(asked),
      sha256Of(bytes),
      JSON.stringify(optionValuesOf(asked)),
      importer.accountId,
    ],
  );
}

/**
 * Brings teams, roster and sign-in sheets and has them attested and approved. With `every`, each `every`-th append breaks and ends the
 * process; the same command is given again until it comes through. Answers how often it was interrupted.
 */
export async function bringSheets(bench: ImportBench, every?: number): Promise<number> {
  let interruptions = 0;
  const insist = async (act: () => Promise<unknown>): Promise<void> => {
    for (;;) {
      const line = every === undefined ? undefined : breakEvery(bench.house.store, every);
      try {
        await act();
        return;
      } catch (error) {
        if (!(error instanceof ImportInterrupted)) throw error;
        interruptions += 1;
        line?.mend();
        await bench.restart();
      } finally {
        line?.mend();
      }
    }
  };
  const bring = async (n: number, asked: ImportAsked, bytes: Uint8Array): Promise<void> => {
    await begin(bench, n, asked, bytes);
    await insist(() => bench.write(asked, bytes));
  };
  await bring(1, teamsAsked(top), await sample('teams'));
  const { organizationId } = await bench.unit();
  await bring(2, rosterAsked(organizationId), await sample('roster'));
  await bring(3, signInAsked(organizationId), await sample('signIn'));
  await insist(() => attestBatch(bench.house, attester, batch(3), { pauses: [] }));
  await insist(() => approveBatch(bench.house, approver, batch(3), { told: { pauses: [] } }));
  return interruptions;
}

/** Lets every `every`-th append fail until mended, in turn before the store was asked and after it has stored. */
function breakEvery(store: EventStore, every: number): { mend(): void } {
  const append = store.append.bind(store);
  let calls = 0;
  store.append = async (asked) => {
    calls += 1;
    if (calls % every !== 0) return append(asked);
    if ((calls / every) % 2 === 0) throw new StoreUnavailable('the test cut the line');
    await append(asked);
    throw new AppendOutcomeUnknown('the test lost the answer');
  };
  return { mend: () => void (store.append = append) };
}

/** Ciphertexts, positions and times of writing differ between two runs; nothing else may. */
const differing = /^(?:.*position|at|recorded_?at|revision)$/i;

function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(plain).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  if ('ct' in value) return 'sealed';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !differing.test(name))
      .map(([name, inner]): [string, unknown] => [name, plain(inner)]),
  );
}

/** Every row of every read table, every given number, and what the log says in clear, as sorted lines. */
export async function endState({ house }: ImportBench): Promise<readonly string[]> {
  const tables = projections.flatMap((projection) =>
    projection.tables.map(({ entity }) => house.read.getMetadata(entity as EntityClass<object>).tableName),
  );
  const lines: string[] = [];
  for (const name of tables) {
    const { rows } = await house.readPool.query<{ row: unknown }>(`select to_jsonb(t) as row from read."${name}" t`);
    lines.push(...rows.map(({ row }) => `${name} ${JSON.stringify(plain(row))}`));
  }
  const { rows: entries } = await house.mainPool.query<{ line: string }>(
    `select stream || ' ' || type || ' ' || (entry::jsonb->>'by') || ' ' || (entry::jsonb->'data')::text as line from ledger.entry where stream not like 'sys-%' and type <> 'SubjectKeyBound'`,
  );
  const { rows: numbers } = await house.mainPool.query<{ line: string }>(
    `select 'number ' || volunteer_id || ' ' || number as line from registry.volunteer_number`,
  );
  return [...lines, ...[...entries, ...numbers].map(({ line }) => line)].toSorted();
}
