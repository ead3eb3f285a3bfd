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
const nul = /\u0000/;

function guardText(value: string, path: string): void {
  if (nul.test(value)) throw new NotCanonical(path, 'holds U+0000');
  if (!(value as string & { isWellFormed(): boolean }).isWellFormed())
    throw new NotCanonical(path, 'holds half of a surrogate pair');
}

function guardNumber(value: number, path: string): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical(path, 'is not a safe integer');
}

function guardObject(value: object, path: string, depth: number): void {
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new NotCanonical(path, 'is not a plain object');
  const items = Object.entries(value);
  if (Reflect.ownKeys(value).length !== items.length)
    throw new NotCanonical(path, 'has a property that is not written');
  for (const [name, item] of items) {
    if (!key.test(name)) throw new NotCanonical(`${path}.${name}`, 'has a key outside [a-z][A-Za-z0-9_]*');
    guard(item, `${path}.${name}`, depth + 1);
  }
}

function guardList(value: readonly unknown[], path: string, depth: number): void {
  const plain = Object.getPrototypeOf(value) === Array.prototype && Reflect.ownKeys(value).length === value.length + 1;
  if (!plain) throw new NotCanonical(path, 'is not a plain list');
  for (let i = 0; i < value.length; i++) guard(value[i], `${path}[${i}]`, depth + 1);
}

/**
 * Refuses what canonicalisers bend silently: undefined, Date, Map, BigInt, floats, unsafe integers, hidden properties.
 * Only null, booleans, well-formed strings, safe integers, arrays and plain objects to a depth of 8 pass.
 */
export function guard(value: unknown, path = '$', depth = 0): void {
  if (depth > depthMax) throw new NotCanonical(path, `is deeper than ${depthMax}`);
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      return guardText(value, path);
    case 'number':
      return guardNumber(value, path);
    case 'object':
      if (Array.isArray(value)) return guardList(value, path, depth);
      return value === null ? undefined : guardObject(value, path, depth);
    default:
      throw new NotCanonical(path, `is of type ${typeof value}`);
  }
}

/** JSON.stringify writes what passes the guard as RFC 8785 asks, but for the order of the keys. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(given).sort()) ordered[name] = inOrder(given[name]);
  return ordered;
}

/** RFC 8785 text of a guarded value. Throws NotCanonical. */
export function canonicalText(value: unknown): string {
  guard(value);
  return JSON.stringify(inOrder(value));
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
