import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import { event, type EventDefinitions } from '#libs/kernel/event';
import { integer } from '#libs/kernel/fields';
import { leafHash, publicKeyOf, readEntry, signatureHolds } from '#libs/proof/entry';
import { eventSlices } from '../support/event-catalogue.js';
import { goldenName, goldenNames, namesWanted, readGolden, readWith, writeMissing } from './golden-file.js';
import { goldenWriter } from './golden-keys.js';

const definitions: EventDefinitions = Object.assign({}, ...(await eventSlices()).values()) as EventDefinitions;
// `UPDATE_GOLDEN=1 npm test -- test/golden` makes the missing files, which are then committed with the new event.
if (process.env['UPDATE_GOLDEN'] === '1') await writeMissing(definitions);

const howTo = 'make it with UPDATE_GOLDEN=1 npm test -- test/golden, and commit it; of an older version only git has it';
const whyNot = 'a file stands for logs that exist: keep the event type and its versions, with an upcaster for each';

describe('Golden entries', () => {
  it('are there for every version of every event type', () => {
    const there = new Set(goldenNames());
    expect(namesWanted(definitions).filter((name) => !there.has(name)).map((name) => `${name} is missing: ${howTo}`)).toEqual([]);
  });

  it('are there for nothing that the product does not know', () => {
    const known = new Set(namesWanted(definitions));
    expect(goldenNames().filter((name) => !known.has(name)).map((name) => `${name} is not known any more: ${whyNot}`)).toEqual([]);
  });

  it('are asked for each version, not for the newest alone', () => {
    const lifted = { GiftGiven: event(3, { count: integer(0, 9) }, { 1: (data) => data, 2: (data) => data }) };
    expect(namesWanted(lifted)).toEqual(['GiftGiven.v1.json', 'GiftGiven.v2.json', 'GiftGiven.v3.json']);
  });
});

describe.each(goldenNames())('%s', (name) => {
  const golden = readGolden(name);
  let read: ReturnType<typeof readWith>;
  beforeAll(() => {
    read = readWith(definitions, golden);
  });
  const samples = golden.data.flatMap((data, revision) => (data ? [{ data, revision }] : []));

  it('is named after what it holds: all fields, then the fewest', () => {
    expect(name).toBe(goldenName(golden.type, golden.version));
    expect(samples).toHaveLength(2);
    const held = samples.map(({ revision }) => readEntry(golden.entries[revision]!));
    expect(held.map(({ type, tv }) => [type, tv])).toEqual(Array(2).fill([golden.type, golden.version]));
  });

  it('is a signed chain in canonical form', () => {
    let prev = '';
    for (const [rev, text] of golden.entries.entries()) {
      const entry = readEntry(text);
      expect(entry).toMatchObject({ rev, prev, log: 'golden', w: goldenWriter.id });
      expect(signatureHolds(entry, publicKeyOf(goldenWriter.publicKey))).toBe(true);
      prev = leafHash(text);
    }
  });

  it('is read by this version as what was accepted', () => {
    const present = definitions[golden.type]!.version === golden.version;
    for (const { data, revision } of samples) {
      const { event: now, erased } = read[revision]!;
      expect(now.type).toBe(golden.type);
      expect(erased).toEqual([]);
      if (present) expect(now.data).toEqual(data);
    }
  });

  it('is still a valid event, lifted to the present version', () => {
    const codec = new EventCodec(definitions);
    for (const { revision } of samples) expect(() => codec.split(read[revision]!.event, read[revision]!.stream)).not.toThrow();
  });

  it('holds nothing personal in clear', () => {
    const { fields } = definitions[golden.type]!;
    for (const { data, revision } of samples) {
      const { data: inClear } = readEntry(golden.entries[revision]!);
      const personal = Object.keys(data).filter((field) => fields[field]?.isPersonal);
      expect(Object.keys(inClear).filter((field) => personal.includes(field))).toEqual([]);
    }
  });
});
