import { describe, expect, it } from '@jest/globals';
import { eventCatalogue } from '#libs/house/catalogue';
import { event, type EventDefinition } from '#libs/kernel/event';
import {
  code,
  id,
  integer,
  listOf,
  optional,
  personal,
  reference,
  text,
  type Field,
  type KeyGroup,
} from '#libs/kernel/fields';
import { eventSlices } from '../support/event-catalogue.js';
import { faultsOf, personalLooking } from './event-rules.js';

const slices = await eventSlices();

describe('Events', () => {
  it('are found in every slice on disk', () => {
    expect([...slices.keys()]).toEqual(
      expect.arrayContaining([
        'libs/activity/activity.events.ts',
        'libs/privacy/privacy.events.ts',
        'libs/volunteer/volunteer.events.ts',
      ]),
    );
    expect([...slices.values()].flatMap((definitions) => Object.keys(definitions)).length).toBeGreaterThanOrEqual(40);
  });

  it('hold in clear only what tells nothing about a person, and are named after what happened', () => {
    expect(faultsOf(slices)).toEqual([]);
  });

  it('all stand in the catalogue, and nothing else does', () => {
    expect(Object.keys(eventCatalogue).toSorted()).toEqual(
      [...slices.values()].flatMap((definitions) => Object.keys(definitions)).toSorted(),
    );
  });

  const references = [...slices.values()].flatMap((definitions) =>
    Object.entries(definitions).flatMap(([type, { fields }]) =>
      Object.entries(fields)
        .filter(([, field]) => field.kind === 'reference')
        .map(([name, field]): [string, Field<unknown, boolean, boolean>] => [`${type}.${name}`, field]),
    ),
  );

  it.each(references)('%s takes neither a name nor a number of a person', (_name, field) => {
    expect(personalLooking.filter((looks) => field.accepts(looks))).toEqual([]);
  });
});

describe('A planted event is caught', () => {
  const faultsOfFields = (fields: Record<string, Field<unknown, boolean, boolean>>): string[] =>
    faultsOf(new Map([['libs/gift/gift.events.ts', { GiftGiven: event(1, fields) }]]));
  const inClear = (kind: string): Field<unknown> =>
    ({ ...integer(0, 1), kind, accepts: () => true }) as unknown as Field<unknown>;

  it('unless nothing is wrong with it', () => {
    const sound = {
      giverId: id(),
      size: code(['SMALL']),
      codes: listOf(code(['A', 'B']), 2),
      key: reference(/^(?:w-[0-9a-f]{16}|\d{4})$/),
      note: optional(personal('free', text(9), 'giverId')),
    };
    expect(faultsOfFields(sound)).toEqual([]);
  });

  it.each<[string, Field<unknown, boolean, boolean>, string]>([
    ['a text in clear', inClear('text'), 'is of the kind text, which may not stand in clear'],
    ['a code in clear that takes everything', { ...code(['A']), accepts: () => true }, 'takes what is not on its list'],
    ['an id that takes everything', inClear('id'), 'takes what looks like a person'],
    ['a field in clear with keys', { ...integer(0, 1), group: 'free' as const }, 'is in clear and has a group of keys'],
    ['a code without a list', code([]), 'is a code without a list'],
    ['a Chinese code', code(['志愿者']), 'has a code that is not a machine word'],
    ['a personal field in clear', { ...personal('free', text(9)), isPersonal: false }, 'is personal and not encrypted'],
    ['a personal field without a group', personal(undefined as unknown as KeyGroup, text(9)), 'has no group of keys'],
    ['a personal field of a group that is not there', personal('secret' as KeyGroup, text(9)), 'has no group of keys'],
    [
      'a subject that is not there',
      personal('free', text(9), 'nobodyId'),
      'names nobodyId as its subject, which is no id in clear',
    ],
    [
      'a subject that is inherited',
      personal('free', text(9), 'constructor'),
      'names constructor as its subject, which is no id in clear',
    ],
    [
      'a subject that is no id',
      personal('free', text(9), 'count'),
      'names count as its subject, which is no id in clear',
    ],
    [
      'a subject that may be absent',
      personal('free', text(9), 'batch'),
      'names batch as its subject, which may be absent',
    ],
    [
      'a list of personal texts',
      listOf(personal('free', text(9)) as unknown as Field<string>, 2),
      'is a list of what may not stand in a list',
    ],
    ['a list of bad references', listOf(reference(/^\d+$/), 2), 'its pattern has no end'],
  ])('for %s', (_what, field, fault) => {
    expect(faultsOfFields({ planted: field, count: integer(0, 1) })).toContain(`GiftGiven.planted ${fault}`);
  });

  it.each([
    [/\d{4}$/, 'its pattern is not anchored at both ends'],
    [/^\d{4}/, 'its pattern is not anchored at both ends'],
    [/^\d{4}\$/, 'its pattern is not anchored at both ends'],
    [/^w-\d{4}|p-\d{4}$/, 'its pattern is anchored on one side of an alternative only'],
    [/^w-[a-f]{4}$/i, 'its pattern has flags'],
    [/^w-\d{4}$/m, 'its pattern has flags'],
    [/^志-\d{4}$/, 'its pattern is not ASCII'],
    [/^w-.{4}$/, 'its pattern takes what it does not name'],
    [/^w-\S{4}$/, 'its pattern takes what it does not name'],
    [/^w-[^a]{4}$/, 'its pattern takes what it does not name'],
    [/^w-\s$/, 'its pattern takes what it does not name'],
    [/^w-\d+$/, 'its pattern has no end'],
    [/^w-\d*$/, 'its pattern has no end'],
    [/^w-\d{4,}$/, 'its pattern has no end'],
  ])('for the pattern %s', (pattern, fault) => {
    expect(faultsOfFields({ planted: reference(pattern) })).toContain(`GiftGiven.planted ${fault}`);
  });

  it.each([/^[0-9A-Z]{18}$/, /^\d{11}$/, /^[0-9:]{1,60}$/, /^[A-Za-z ]{1,40}$/, /^[\u4e00-\u9fff]{2,4}$/, /^\d{0,4}$/])(
    'for the pattern %s, which a person fits',
    (pattern) => {
      expect(faultsOfFields({ planted: reference(pattern) })).toContain(
        'GiftGiven.planted its pattern takes what looks like a person',
      );
    },
  );

  it.each<[string, EventDefinition, string]>([
    ['GiveGift', event(1, {}), 'its name is not in the past tense'],
    ['giftGiven', event(1, {}), 'its name is not PascalCase'],
    ['GIFTGiven', event(1, {}), 'its name is not PascalCase'],
    ['Gift_Given', event(1, {}), 'its name is not PascalCase'],
    ['GiftGiven', event(0, {}), 'its version is not a whole number from 1'],
    ['GiftGiven', event(2, {}), 'its older versions are not lifted one by one'],
    ['GiftGiven', event(3, {}, { 2: (data) => data }), 'its older versions are not lifted one by one'],
    ['GiftGiven', event(1, {}, { 1: (data) => data }), 'its older versions are not lifted one by one'],
    ['GiftGiven', { version: 1, fields: {}, upcast: {} }, 'it cannot name its batch'],
    ['GiftGiven', event(1, { 礼物: integer(0, 1) }), 'a field has a name that is not canonical'],
  ])('named %s', (type, definition, fault) => {
    expect(faultsOf(new Map([['libs/gift/gift.events.ts', { [type]: definition }]]))).toContain(`${type}: ${fault}`);
  });

  it('that two slices define', () => {
    const twice = new Map([
      ['libs/gift/gift.events.ts', { GiftGiven: event(1, {}) }],
      ['libs/donation/donation.events.ts', { GiftGiven: event(1, {}) }],
    ]);
    expect(faultsOf(twice)).toEqual([
      'GiftGiven: is defined in libs/gift/gift.events.ts and in libs/donation/donation.events.ts',
    ]);
  });

  it('whose file defines none', () => {
    expect(faultsOf(new Map([['libs/gift/gift.events.ts', {}]]))).toEqual([
      'libs/gift/gift.events.ts defines no events',
    ]);
  });
});
