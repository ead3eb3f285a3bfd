import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemAccount } from '#libs/access/actor';
import { entryOf } from '#libs/event-store/codec';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import { organizationStream } from '#libs/organization/organization.events';
import { leafHash, signEntry, writerKey } from '#libs/proof/entry';
import { eventually } from './support/eventually.js';
import { branchOf, countOf, LedgerUnderTest } from './support/ledger-under-test.js';
import { problemOf, Started, type Api, type ProductProcess } from './support/product.js';

interface Window {
  readonly name: string;
  readonly position: string | null;
  readonly stopped: { readonly position: string; readonly type: string; readonly why: string } | null;
}

const directory = 'organization-directory';

describe('An event that a window cannot take', () => {
  const started = new Started();
  const organizationId = randomUUID() as OrganizationId;
  const stream = organizationStream(organizationId);
  let ledger: LedgerUnderTest;
  let api: Api;
  let projector: ProductProcess;
  let office: string;

  const perform = async (type: string, data: object): Promise<void> => {
    const context = { commandId: randomUUID() as CommandId, by: systemAccount, org: organizationId };
    await ledger.house.counter.perform({ type, data }, context);
  };

  const rename = (name: string): Promise<void> =>
    perform('RenamePartyOrganization', { organizationId, renamedOn: '2026-02-01', name, unitName: `${name}单位` });

  const windows = async (): Promise<readonly Window[]> => (await api.health())['projections'] as readonly Window[];
  const stoppedWindows = async (): Promise<readonly Window[]> =>
    (await windows()).filter(({ stopped }) => stopped !== null);

  const untilStopped = (): Promise<readonly Window[]> =>
    eventually('a window stops', async () => {
      const stopped = await stoppedWindows();
      return stopped.length > 0 && stopped;
    });

  /** All that still run stand at the end of the log. */
  const othersFollow = async (): Promise<void> => {
    const head = (await ledger.house.store.head())!;
    await eventually('the others have seen the log', () => ledger.house.engine.waitFor(head, 1_000));
  };

  const zhice = async (...words: string[]): Promise<ProductProcess & { readonly code: number | null }> => {
    const one = await started.zhice(ledger.env(), words);
    return Object.assign(one, { code: await one.gone });
  };

  const nameShown = async (): Promise<string> => {
    const [row] = await ledger.house.read.query<{ name: string }[]>(
      'select name from read.organization_directory where organization_id = $1',
      [organizationId],
    );
    return row!.name;
  };

  /** What a newer version of the product would write next, with the ledger's own key and chain. */
  const writeAsNewer = async (type: string, shape: number): Promise<string> => {
    const writer = writerKey(await readFile(path.join(ledger.dataDir, 'keys/writer.pem'), 'utf8'));
    const { store } = ledger.house;
    for await (const last of store.readStream(stream, { direction: 'backwards', limit: 1 })) {
      const [id, cmd] = [randomUUID(), randomUUID()];
      const place = { id, cmd, rev: last.revision + 1, prev: leafHash(last.text), data: {}, enc: [], tv: shape, type };
      const text = signEntry({ ...entryOf(last), ...place }, writer);
      const done = await store.append({ stream, expected: last.revision, entries: [{ id, type, text }] });
      if (done.status === 'stored') return done.position;
    }
    throw new Error(`${type} was not stored`);
  };

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    office = await ledger.cookie('CITY_OFFICE');
    await perform('RegisterPartyOrganization', branchOf(ledger.top, organizationId));
    api = await started.api(ledger.env());
    projector = await started.projector(ledger.env());
    await projector.says(/投影进程已启动/);
    await othersFollow();
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  it('21: stops that window alone, right before it, told in health, metrics, log and command line, and goes on when mended', async () => {
    // A row that PostgreSQL will not have, as a fold with a fault would make it.
    await ledger.house.read.query(
      `alter table read.organization_directory add constraint planted check (name <> '不能折算的') not valid`,
    );
    await rename('不能折算的');
    const position = await ledger.house.store.head();
    const type = 'PartyOrganizationRenamed';
    const stopped = await untilStopped();
    expect(stopped).toMatchObject([{ name: directory, stopped: { position, type } }]);
    // What PostgreSQL would not have may be personal: the reason names the constraint, not the value.
    expect(stopped[0]!.stopped!.why).toMatch(/23514.*planted/);
    expect(stopped[0]!.stopped!.why).not.toContain('不能折算的');
    // It shows the log up to there, for as long as it takes; nothing is skipped.
    expect(await nameShown()).toBe('示例中心党支部');

    expect(await api.health()).toMatchObject({ status: 'degraded', database: 'up' });
    const metrics = async (): Promise<string> => (await api.ask('/api/metrics')).text;
    expect(await metrics()).toContain(`zhice_projection_stopped{projection="${directory}"} 1`);
    const [culprit] = (await ledger.entries()).filter((entry) => entry.position === position);
    const named = `position="${position}",type="${type}",event="${culprit!.id}",why=`;
    expect(await metrics()).toContain(`zhice_projection_stopped_before{projection="${directory}",${named}`);
    expect(stopped).toMatchObject([{ stopped: { eventId: culprit!.id } }]);
    await eventually('whoever leads says so in its log', () =>
      [...api.process.lines, ...projector.lines].some((line) =>
        [`"window":"${directory}"`, `"position":"${position}"`, `"type":"${type}"`, 'planted'].every((word) =>
          line.includes(word),
        ),
      ),
    );
    expect((await zhice('status')).said).toContain(`停在 ${position}（${type}）`);
    expect((await zhice('resume', directory)).said).toContain(`${directory} 又停在 ${position}（${type}）`);

    await perform('StatePartyMemberCount', { organizationId, ...countOf(4) });
    await othersFollow();
    expect((await stoppedWindows()).map(({ name }) => name)).toEqual([directory]);

    await ledger.house.read.query('alter table read.organization_directory drop constraint planted');
    expect(await zhice('resume', directory)).toMatchObject({ code: 0 });
    expect([await stoppedWindows(), await nameShown()]).toEqual([[], '不能折算的']);
    expect(await api.health()).toMatchObject({ status: 'up' });
    expect(await metrics()).toContain(`zhice_projection_stopped{projection="${directory}"} 0`);
    expect(await metrics()).not.toContain('zhice_projection_stopped_before{');
    await ledger.isSound();
  });

  it('22: of a newer shape stops those who take its type, of an unknown type everybody; what it says is not guessed, its bytes are verified', async () => {
    const newer = await writeAsNewer('PartyMemberCountStated', 999);
    // Whoever does not stop is past it: only then is it told who takes this type.
    await othersFollow();
    const takers = await stoppedWindows();
    for (const { stopped } of takers)
      expect(stopped).toMatchObject({ position: newer, why: expect.stringContaining('shape 999 is newer than') });
    const names = takers.map(({ name }) => name);
    expect(names).toContain(directory);
    const running = (await windows()).filter(({ stopped }) => stopped === null);
    expect(running.map(({ name }) => name)).toContain('volunteer-register');

    const refused = await api.post(`/api/organizations/${organizationId}/party-member-counts`, office, countOf(5));
    expect([refused.status, problemOf(refused).detail]).toEqual([503, expect.stringContaining('本版本不认识')]);

    const unknown = await writeAsNewer('OrganizationTwinned', 1);
    const all = await eventually('all windows stop', async () => {
      const now = await windows();
      return now.every(({ stopped }) => stopped !== null) && now;
    });
    for (const { name, stopped } of all)
      expect(stopped).toMatchObject(
        names.includes(name)
          ? { position: newer }
          : { position: unknown, why: expect.stringContaining('not known to this version') },
      );
    expect((await zhice('status')).said).toContain('OrganizationTwinned');
    expect(await zhice('verify')).toMatchObject({ code: 0 });
  });
});
