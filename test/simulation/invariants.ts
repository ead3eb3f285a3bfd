import type { StoredEntry } from '#libs/event-store/port';
import { reactionCommandId } from '#libs/projection-engine/reaction-runner';
import { leafHash, publicKeyOf, readEntry, signatureHolds, type Entry } from '#libs/proof/entry';
import type { Outcome } from './callers.js';
import { hoursFaults } from './hours-invariants.js';
import { letterFaults } from './letter-invariants.js';
import { logName, reaction, writer } from './member.js';
import { openingCommands } from './open-log.js';
import type { World } from './simulation.js';
import { tableFaults } from './table-invariants.js';

export interface Read {
  readonly stored: StoredEntry;
  readonly entry: Entry;
}

const publicKey = publicKeyOf(writer.publicKey);
const signaturesEvery = 13;

/** Everything that must hold when the dust has settled; what does not, in words. */
export async function faultsOf(world: World, outcomes: readonly Outcome[]): Promise<string[]> {
  const log = await wholeLog(world);
  const found = [...orderFaults(log), ...chainFaults(log, world.seed)];
  // What is not even a chain has no meaning that could be checked.
  if (found.length > 0) return found;
  return [
    ...commandFaults(log, outcomes),
    ...outcomes.flatMap((outcome) => answerFaults(log, outcome)),
    ...hoursFaults(log),
    ...(await tableFaults(world, log)),
    ...letterFaults(world, log),
  ];
}

export async function wholeLog({ inner }: World): Promise<Read[]> {
  const log: Read[] = [];
  for (let after = null as StoredEntry['position'] | null; ;) {
    const { entries, last, end } = await inner.readAll(after, 50);
    log.push(...entries.map((stored) => ({ stored, entry: readEntry(stored.text) })));
    if (end) return log;
    after = last;
  }
}

function orderFaults(log: readonly Read[]): string[] {
  const gaps = log.filter(({ stored }, i) => Number(stored.position) !== i);
  const ids = new Set(log.map(({ stored }) => stored.id));
  return [
    ...gaps.map(({ stored }) => `position ${stored.position} is out of its place`),
    ...(ids.size < log.length ? [`${log.length - ids.size} entries are stored twice`] : []),
  ];
}

function chainFaults(log: readonly Read[], seed: number): string[] {
  const heads = new Map<string, { readonly revision: number; readonly leaf: string }>();
  return log.flatMap(({ stored, entry }, i) => {
    const { stream, revision } = stored;
    const before = heads.get(stream) ?? { revision: -1, leaf: '' };
    heads.set(stream, { revision, leaf: leafHash(stored.text) });
    const at = `${stream} revision ${revision}`;
    const told = [entry.stream, entry.rev, entry.id, entry.type, entry.log].join();
    const isSampled = (i + seed) % signaturesEvery === 0;
    return [
      ...(revision === before.revision + 1 ? [] : [`${at} follows revision ${before.revision}`]),
      ...(told === [stream, revision, stored.id, stored.type, logName].join() ? [] : [`${at}: row and text differ`]),
      ...(entry.prev === before.leaf ? [] : [`${at}: the chain is broken`]),
      ...(isSampled && !signatureHolds(entry, publicKey) ? [`${at}: the signature does not hold`] : []),
    ];
  });
}

/** A command is stored once, in one piece, and is one that somebody gave. */
function commandFaults(log: readonly Read[], outcomes: readonly Outcome[]): string[] {
  const given = new Set<string>([...openingCommands, ...outcomes.map(({ asked }) => asked.context.commandId)]);
  for (const { entry } of log)
    if (Object.hasOwn(reaction.on, entry.type)) given.add(reactionCommandId(entry.id, reaction.name, 0));
  const pieces = log.filter(({ entry }, i) => log[i - 1]?.entry.cmd !== entry.cmd).map(({ entry }) => entry.cmd);
  const streams = new Set(log.map(({ entry }) => `${entry.cmd} ${entry.stream}`));
  return [
    ...pieces.filter((cmd) => !given.has(cmd)).map((cmd) => `nobody gave the command ${cmd}`),
    ...pieces.filter((cmd, i) => pieces.indexOf(cmd) < i).map((cmd) => `command ${cmd} is stored twice`),
    ...(streams.size > new Set(pieces).size ? ['a command is stored in two streams'] : []),
  ];
}

function answerFaults(log: readonly Read[], { asked, receipts, refusals }: Outcome): string[] {
  const { commandId } = asked.context;
  const own = log.filter(({ entry }) => entry.cmd === commandId);
  const isThere = ({ stream, revision, position, leafHash: leaf }: Outcome['receipts'][number]): boolean => {
    const at = log[Number(position)];
    return at?.stored.stream === stream && at.stored.revision === revision && leafHash(at.stored.text) === leaf;
  };
  const speaksOfPart = receipts.some(({ position }) =>
    own.slice(0, -1).some(({ stored }) => stored.position === position),
  );
  return [
    ...receipts.filter((receipt) => !isThere(receipt)).map(() => `the receipt of ${commandId} is of no entry`),
    ...(speaksOfPart ? [`the receipt of ${commandId} is of a part of it`] : []),
    ...(receipts.length === 0 && refusals.length > 0 && own.length > 0
      ? [`${commandId} was refused and is stored`]
      : []),
  ];
}
