import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { AnyEvent, EventDefinition } from '#libs/kernel/event';
import type { Fields } from '#libs/kernel/fields';

type AnyField = Fields[string];

/** A UUID that is always the same for the same name. */
export function sampleId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const integers = [90, 3, 1, 0, 2026];
const words = ['和平社区送温暖𠮷、理论宣讲', '张三', '01', '1'];
const wordsOf: readonly unknown[] = [...words, ...words.map((word) => [word, word])];

const firstOf = (field: AnyField, candidates: readonly unknown[]): unknown => {
  const found = candidates.find((candidate) => field.accepts(candidate));
  if (found === undefined) throw new Error(`no sample of a ${field.kind}: add one that it accepts`);
  return found;
};

const samples: { readonly [kind in AnyField['kind']]: (field: AnyField, name: string) => unknown } = {
  id: (_, name) => sampleId(name),
  code: ({ codes = [] }, name) => codes[name.length % codes.length],
  date: () => '2026-07-01',
  yearMonth: () => '2026-07',
  time: (_, name) => (name.startsWith('end') ? '24:00' : '08:30'),
  instant: () => '2026-07-01T16:30:00.000Z',
  flag: () => true,
  integer: (field) => firstOf(field, integers),
  reference: ({ pattern = /^$/ }) => fc.sample(fc.stringMatching(pattern), { numRuns: 1, seed: 1 })[0],
  list: (field, name) => [sampleOf(field.of as AnyField, `${name} 1`), sampleOf(field.of as AnyField, `${name} 2`)],
  personal: (field) => firstOf(field, wordsOf),
};

function sampleOf(field: AnyField, name: string): unknown {
  const value = samples[field.kind](field, name);
  if (!field.accepts(value)) throw new Error(`${name} does not accept its sample`);
  return value;
}

/** A valid event with every field that there is, or only those that must be. */
export function sampleEvent(type: string, { fields }: EventDefinition, which: 'full' | 'least'): AnyEvent {
  const wanted = Object.entries(fields).filter(([, field]) => which === 'full' || !field.optional);
  return { type, data: Object.fromEntries(wanted.map(([name, field]) => [name, sampleOf(field, name)])) };
}
