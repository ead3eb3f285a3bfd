import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalize as otherCanonicalize } from 'json-canonicalize';
import { canonicalText, NotCanonical, readCanonical } from './canonical.js';

const key = fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,8}$/);
const text = fc.string({ unit: 'grapheme' }).filter((value) => !/\u0000/.test(value));
const leaf = fc.oneof(
  text,
  fc.maxSafeInteger().map((n) => n + 0),
  fc.boolean(),
  fc.constant(null),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 ? { a: value } : [value];
  return value;
};
const whyNot = (refused: () => unknown): string => {
  try {
    refused();
  } catch (error) {
    if (error instanceof NotCanonical) return `${error.path}: ${error.why}`;
    throw error;
  }
  throw new Error('was not refused');
};

describe('Canonical text', () => {
  it('is what two independent packages write, for every value that may stand in an entry', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const written = canonicalText(value);
        expect(written).toBe(canonicalize(value));
        expect(written).toBe(otherCanonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is read back as the same value', () => {
    fc.assert(
      fc.property(anyValue, (value) => expect(readCanonical(canonicalText(value))).toEqual(value)),
      { numRuns: 500 },
    );
  });

  it('is not changed by the order in which keys were set', () => {
    const entries = fc.uniqueArray(fc.tuple(key, leaf), { selector: ([name]) => name });
    fc.assert(
      fc.property(entries, (pairs) => {
        expect(canonicalText(Object.fromEntries(pairs))).toBe(canonicalText(Object.fromEntries(pairs.toReversed())));
      }),
    );
  });

  it('sorts keys by their code units and escapes as RFC 8785 says', () => {
    expect(canonicalText({ b: '\u0001\n"\\/', aB: 1, a_: 2, a1: null, a: [true, '𠮷é'] })).toBe(
      '{"a":[true,"𠮷é"],"a1":null,"aB":1,"a_":2,"b":"\\u0001\\n\\"\\\\/"}',
    );
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['a fraction', 0.1],
    ['minus zero', -0],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['the first unsafe integer', Number.MAX_SAFE_INTEGER + 1],
    ['the first unsafe integer below zero', Number.MIN_SAFE_INTEGER - 1],
    ['1e21', 1e21],
    ['the first half of a surrogate pair', 'a\ud842'],
    ['the second half of a surrogate pair', '\udfb7b'],
    ['a pair the wrong way round', '\udfb7\ud842'],
    ['U+0000', 'a\u0000b'],
    ['a Date', new Date(0)],
    ['a Map', new Map([['a', 1]])],
    ['a Set', new Set([1])],
    ['a Buffer', Buffer.from('a')],
    ['a boxed text', Object('a')],
    ['an object of a class', new (class A {})()],
    ['an object without a prototype', Object.create(null)],
    ['an array with a hole', Object.assign([1], { length: 2 })],
    ['an array with a name of its own', Object.assign([1], { a: 2 })],
    ['an array that writes itself', Object.assign([1], { toJSON: () => 'a' })],
    ['an object that writes itself', { toJSON: () => 'a' }],
  ])('refuses %s, wherever it stands', (_what, value) => {
    expect(whyNot(() => canonicalText(value))).toMatch(/^\$(?:\.toJSON)?: /);
    expect(whyNot(() => canonicalText({ a: [value] }))).toMatch(/^\$\.a\[0\](?:\.toJSON)?: /);
  });

  it.each(['', 'A', '_a', '1', 'a b', 'a-b', '姓名', 'é', 'a.b', '__proto__', '$', 'a\n'])(
    'refuses the key %j',
    (name) => {
      expect(whyNot(() => canonicalText(JSON.parse(`{"b":{${JSON.stringify(name)}:1}}`)))).toContain(
        'has a key outside',
      );
    },
  );

  it('refuses a key that is a symbol', () => {
    expect(() => canonicalText({ a: 1, [Symbol('b')]: 2 })).toThrow(NotCanonical);
  });

  it('takes keys that every object inherits as what they are: names', () => {
    const value = JSON.parse('{"constructor":1,"toString":"a","valueOf":[]}') as unknown;
    expect(readCanonical(canonicalText(value))).toEqual(value);
  });

  it.each([
    [7, true],
    [8, true],
    [9, false],
    [10_000, false],
  ])('at a depth of %d is taken: %s', (depth, taken) => {
    const value = nested(depth);
    if (taken) expect(canonicalText(value)).toBe(JSON.stringify(value));
    else expect(whyNot(() => canonicalText(value))).toContain('is deeper than 8');
  });
});

describe('Reading canonical text', () => {
  it.each([
    ['a blank', '{"a": 1}'],
    ['a line break at the end', '{"a":1}\n'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['keys in another order', '{"b":1,"a":2}'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice with one value', '{"a":1,"a":1}'],
    ['a key twice in another spelling', '{"a":1,"\\u0061":1}'],
    ['a fraction without value', '{"a":1.0}'],
    ['an exponent', '{"a":1e2}'],
    ['minus zero', '{"a":-0}'],
    ['an integer that would be bent', '{"a":9007199254740993}'],
    ['an escape that is not needed', '{"a":"\\u0062"}'],
    ['an escaped solidus', '{"a":"\\/"}'],
    ['an escape in capitals', '{"a":"\\u001F"}'],
    ['an escaped half of a surrogate pair', '{"a":"\\ud842"}'],
    ['an escaped U+0000', '{"a":"\\u0000"}'],
    ['a name that would set the prototype', '{"__proto__":{"a":1}}'],
    ['a comma too many', '{"a":1,}'],
    ['a comment', '{"a":1}//'],
    ['two values', '1 2'],
    ['no value', ''],
    ['a number that JSON does not know', 'NaN'],
  ])('refuses %s', (_what, spelling) => {
    expect(() => readCanonical(spelling)).toThrow(NotCanonical);
  });

  it.each([
    ['arrays', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['arrays that do not end', '['.repeat(10_000)],
  ])('refuses %s 10,000 deep without falling over', (_what, spelling) => {
    expect(() => readCanonical(spelling)).toThrow(NotCanonical);
  });

  it('refuses every change of one character, or reads another value', () => {
    const change = fc.record({
      value: anyValue,
      at: fc.nat(),
      by: fc.constantFrom(' ', '0', '"', ',', 'a', '}', '\\', 'é'),
    });
    fc.assert(
      fc.property(change, ({ value, at, by }) => {
        const spelling = canonicalText(value);
        const place = at % (spelling.length + 1);
        const changed = spelling.slice(0, place) + by + spelling.slice(place + 1);
        if (changed === spelling) return;
        let read: unknown;
        try {
          read = readCanonical(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(NotCanonical);
          return;
        }
        expect(canonicalText(read)).toBe(changed);
      }),
      { numRuns: 500 },
    );
  });
});
