import canonicalize from 'canonicalize';

/** The value may not stand in an entry; `path` says where, `why` in one sentence. */
export class NotCanonical extends Error {
  constructor(
    readonly path: string,
    readonly why: string,
  ) {
    super(`${path}: ${why}`);
  }
}

const depthMax = 8;
const key = /^[a-z][A-Za-z0-9_]*$/;
// U+0000 is refused because PostgreSQL takes it neither as text nor as jsonb; lone surrogates because RFC 8785 does.
// eslint-disable-next-line no-control-regex
const nul = /\u0000/;

function guardText(value: string, path: string): void {
  if (nul.test(value)) throw new NotCanonical(path, 'holds U+0000');
  if (!(value as string & { isWellFormed(): boolean }).isWellFormed()) throw new NotCanonical(path, 'holds half of a surrogate pair');
}

function guardObject(value: object, path: string, depth: number): void {
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new NotCanonical(path, 'is not a plain object');
  for (const [name, item] of Object.entries(value)) {
    if (!key.test(name)) throw new NotCanonical(`${path}.${name}`, 'has a key outside [a-z][A-Za-z0-9_]*');
    guard(item, `${path}.${name}`, depth + 1);
  }
}

/**
 * Refuses what canonicalisers bend silently: undefined, Date, Map, BigInt, floats, unsafe integers.
 * Only null, booleans, well-formed strings, safe integers, arrays and plain objects to a depth of 8 pass.
 */
export function guard(value: unknown, path = '$', depth = 0): void {
  if (depth > depthMax) throw new NotCanonical(path, `is deeper than ${depthMax}`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return guardText(value, path);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical(path, 'is not a safe integer');
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) guard(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  if (typeof value !== 'object') throw new NotCanonical(path, `is of type ${typeof value}`);
  guardObject(value, path, depth);
}

/** RFC 8785 text of a guarded value. Throws NotCanonical. */
export function canonicalText(value: unknown): string {
  guard(value);
  return canonicalize(value) as string;
}

/**
 * Reads canonical text and refuses any other spelling of the same value: spaces, key order, duplicate keys
 * and number forms all change the text that comes back. Throws NotCanonical.
 */
export function readCanonical(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NotCanonical('$', 'is not JSON');
  }
  if (canonicalText(value) !== text) throw new NotCanonical('$', 'is not in canonical form');
  return value;
}
