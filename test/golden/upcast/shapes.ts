import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventCodec } from '#libs/event-store/codec';
import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { Ledger } from '#libs/event-store/ledger';
import type { Decider, Message } from '#libs/kernel/decider';
import { event, type AnyEvent, type EventDefinition, type EventDefinitions } from '#libs/kernel/event';
import { code, id, integer, localDate, personal, reference, text } from '#libs/kernel/fields';
import type { AccountId, CommandId, OrganizationId } from '#libs/kernel/ids';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { sampleId } from '../../support/sample-event.js';
import { GoldenKeyRing, goldenWriter } from '../golden-keys.js';

/**
 * An enrolment as three versions of a product wrote it, made up so that every kind of change is there: a field in clear gets
 * another name (v2), a personal one does, a code is added and a number becomes a text (v3). Its name is a real event's, so
 * that the history of a person takes it.
 */
const ofPerson = { volunteerId: id(), organizationId: id() };
const number = reference(/^\d{6}$/);

const first = event(1, { ...ofPerson, enrolledDay: localDate(), number: integer(1, 999_999), remark: personal('free', text(50)) });
const second = { ...ofPerson, enrolledOn: localDate(), number: integer(1, 999_999), remark: personal('free', text(50)) };
const third = { ...ofPerson, enrolledOn: localDate(), number, way: code(['ON_PAPER', 'ON_LINE']), note: personal('free', text(50)) };

const toSecond: EventDefinition['upcast'][number] = ({ enrolledDay, ...rest }) => ({ ...rest, enrolledOn: enrolledDay });
// What is personal is there only where it was opened.
const toThird: EventDefinition['upcast'][number] = ({ number: before, remark, ...rest }) => ({
  ...rest,
  number: String(before).padStart(6, '0'),
  way: 'ON_PAPER',
  ...(remark === undefined ? {} : { note: remark }),
});

/** The event catalogue of each version of that product, oldest first. */
export const versions: readonly EventDefinitions[] = [
  { VolunteerEnrolled: first },
  { VolunteerEnrolled: event(2, second, { 1: toSecond }) },
  { VolunteerEnrolled: event(3, third, { 1: toSecond, 2: toThird }) },
].map((definitions) => ({ ...privacyEvents, ...definitions }));

export const volunteer = sampleId('upcast volunteer');
export const stream = `volunteer-${volunteer}`;
const about = { volunteerId: volunteer, organizationId: sampleId('upcast organization') };

/** What each version was told. */
const told: readonly AnyEvent['data'][] = [
  { ...about, enrolledDay: '2024-03-05', number: 7, remark: '第一版的话𠮷' },
  { ...about, enrolledOn: '2025-03-05', number: 8, remark: '第二版的话' },
  { ...about, enrolledOn: '2026-03-05', number: '000009', way: 'ON_LINE', note: '第三版的话' },
];

/** How the newest version reads them, as it would have been told them. */
export const lifted: readonly AnyEvent['data'][] = [
  { ...about, enrolledOn: '2024-03-05', number: '000007', way: 'ON_PAPER', note: '第一版的话𠮷' },
  { ...about, enrolledOn: '2025-03-05', number: '000008', way: 'ON_PAPER', note: '第二版的话' },
  told[2]!,
];

const file = join(import.meta.dirname, 'enrolled-in-three-shapes.json');

/** The stored texts. `UPDATE_GOLDEN=1` makes the file where it is missing; what is there stands for logs that exist. */
export async function goldenTexts(): Promise<readonly string[]> {
  if (process.env['UPDATE_GOLDEN'] === '1' && !existsSync(file))
    writeFileSync(file, `${JSON.stringify(await written(), null, 2)}\n`, { flag: 'wx' });
  return JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
}

const emitting: Decider<null, Message<'Emit', AnyEvent>, AnyEvent, AnyEvent, never> = {
  initial: null,
  evolve: () => null,
  decide: ({ data }) => [data],
};

/** One stream that three versions wrote on, one after the other. */
async function written(): Promise<string[]> {
  const [store, keys] = [new InMemoryEventStore(), new GoldenKeyRing()];
  for (const [i, definitions] of versions.entries()) {
    const codec = new EventCodec(definitions);
    const ledger = new Ledger({ store, codec, keys, writer: goldenWriter, log: 'golden', now: () => Date.UTC(2026, 6, 1, 16, 30) });
    await ledger.run(emitting, {
      stream,
      command: { type: 'Emit', data: { type: 'VolunteerEnrolled', data: told[i]! } },
      facts: async () => undefined,
      context: { commandId: sampleId(`upcast ${i}`) as CommandId, by: sampleId('by') as AccountId, org: sampleId('org') as OrganizationId },
    });
  }
  return (await store.readAll(null, 100)).entries.map(({ text: stored }) => stored);
}
