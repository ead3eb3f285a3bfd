import { letterRules } from '#libs/counter/letters';
import type { Letter } from '#libs/outbox/sink';
import { outboxName } from '#libs/outbox/outbox';
import type { Read } from './invariants.js';
import { codec } from './member.js';
import type { World } from './simulation.js';

/** What every letter about an event must say; its id is the outbox's to choose, and to keep. */
type Said = Omit<Letter, 'id'>;

function saidOf({ stored, entry }: Read): Said | undefined {
  const rule = letterRules[stored.type];
  const to = rule?.(codec.readClear(stored).event);
  if (!to) return undefined;
  const { position, type } = stored;
  const { volunteerId, organizationId } = to;
  return { type, volunteerId, organizationId, eventId: entry.id, position, recordedAt: entry.at };
}

const told = ({ type, volunteerId, organizationId, eventId, position, recordedAt }: Said): string =>
  [type, volunteerId, organizationId, eventId, position, recordedAt].join(' ');

/** What is in the log since the outbox began and is a reason to write to somebody. */
export function lettersOwed({ database }: World, log: readonly Read[]): Said[] {
  const begun = database.checkpoints.get(outboxName)?.begun;
  const from = begun === undefined ? log.length : begun === null ? 0 : Number(begun) + 1;
  return log.slice(from).flatMap((read) => saidOf(read) ?? []);
}

/** At least once, each under one id, nothing that nobody owes, nothing left in the box. */
export function letterFaults(world: World, log: readonly Read[]): string[] {
  const owed = new Map(lettersOwed(world, log).map((said) => [said.eventId, said]));
  const ids = new Map<string, Set<string>>();
  const wrong = world.outside.received.filter((letter) => {
    const said = owed.get(letter.eventId);
    ids.set(letter.eventId, (ids.get(letter.eventId) ?? new Set()).add(letter.id));
    return !said || told(said) !== told(letter);
  });
  const left = [...(world.database.rows.get('letter')?.values() ?? [])].filter((row) => row !== null);
  return [
    ...wrong.map(({ type, position }) => `a letter about ${type} at ${position} that nobody owes arrived`),
    ...[...owed.values()]
      .filter(({ eventId }) => !ids.has(eventId))
      .map(({ type, position }) => `nobody was written to about ${type} at ${position}`),
    ...[...ids].filter(([, own]) => own.size > 1).map(([event, own]) => `${event} went out under ${own.size} ids`),
    ...left.map(
      (row) => `the letter about ${String(row['type'])} at ${String(row['position'])} was never taken out of the box`,
    ),
  ];
}
