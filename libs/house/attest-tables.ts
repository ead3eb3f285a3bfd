import { randomUUID } from 'node:crypto';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { Position } from '#libs/event-store/port';
import type { CommandId } from '#libs/kernel/ids';
import {
  projectionRoot,
  rederive,
  rootsAt,
  type Rederived,
  type RederivedTable,
} from '#libs/projection-engine/rederive';
import type { RebuildProgress } from '#libs/projection-engine/rebuild-meter';
import { attestingDecider } from '#libs/sealing/attesting.decider';
import { attestingStream, type AttestingEvent } from '#libs/sealing/attesting.events';
import type { House } from './house.js';

type Parts = Pick<House, 'followerParts' | 'ledger'>;
type OnProgress = (progress: RebuildProgress) => void;
type Attested = AttestingEvent['data'];

/** A table that is not what the log comes to, or could not be held against it. */
export const isUnsound = ({ faultCount, live }: RederivedTable): boolean => faultCount > 0 || live === null;

/**
 * Works all tables out again from the log, and says their roots in the log itself when every table is sound. Answers what was found;
 * nothing was said where a table `isUnsound`. Throws what `rederive` and the ledger throw.
 */
export async function attestTables({ followerParts, ledger }: Parts, onProgress: OnProgress): Promise<Rederived> {
  const found = await rederive(followerParts, onProgress);
  if (found.position === null || found.tables.some(isUnsound)) return found;
  await ledger.run(attestingDecider, {
    stream: attestingStream,
    command: { type: 'AttestProjections', data: { projections: attestedOf(found.tables, found.position) } },
    context: { commandId: randomUUID() as CommandId, by: systemAccount, org: systemOrganization },
    facts: () => Promise.resolve(undefined),
  });
  return found;
}

function attestedOf(tables: readonly RederivedTable[], position: Position): Attested[] {
  const names = [...new Set(tables.map(({ projection }) => projection))];
  return names.map((projection) => {
    const own = tables.filter((one) => one.projection === projection);
    return { projection, foldVersion: own[0]!.version, position, ...projectionRoot(own) };
  });
}

/** What was attested last, beside what the log up to there comes to now. `now` is null where the folds are of another version. */
export interface AttestedCheck {
  readonly said: Attested;
  readonly now: { readonly rows: number; readonly root: string } | null;
}

/** Works out again what was attested last, at the place where it was. Empty where nothing was attested. */
export async function checkAttested(
  { followerParts, ledger }: Parts,
  onProgress: OnProgress,
): Promise<AttestedCheck[]> {
  const newest = [...(await ledger.load(attestingDecider, attestingStream)).values()];
  const position = newest.at(-1)?.position as Position | undefined;
  if (position === undefined) return [];
  const said = newest.filter((one) => one.position === position);
  const tables = await rootsAt(followerParts, position, onProgress);
  return said.map((one) => {
    const own = tables.filter(
      ({ projection, version }) => projection === one.projection && version === one.foldVersion,
    );
    return { said: one, now: own.length === 0 ? null : projectionRoot(own) };
  });
}
