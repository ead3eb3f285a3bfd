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

/** Where a value stands in what it is part of; put into words only for an error. */
type Step = string | number;

const pathOf = (path: string, step: Step | undefined): string => {
  if (step === undefined) return path;
  return typeof step === 'number' ? `${path}[${step}]` : `${path}.${step}`;
};

function faultOfText(value: string): string | undefined {
  if (nul.test(value)) return 'holds U+0000';
  return (value as string & { isWellFormed(): boolean }).isWellFormed() ? undefined : 'holds half of a surrogate pair';
}

const faultOfNumber = (value: number): string | undefined =>
  !Number.isSafeInteger(value) || Object.is(value, -0) ? 'is not a safe integer' : undefined;

function guardObject(value: object, path: string, depth: number): void {
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new NotCanonical(path, 'is not a plain object');
  const names = Object.keys(value);
  if (Reflect.ownKeys(value).length !== names.length) throw new NotCanonical(path, 'has a property that is not written');
  for (const name of names) {
    if (!key.test(name)) throw new NotCanonical(`${path}.${name}`, 'has a key outside [a-z][A-Za-z0-9_]*');
    guardAt((value as Readonly<Record<string, unknown>>)[name], { path, depth: depth + 1 }, name);
  }
}

function guardList(value: readonly unknown[], path: string, depth: number): void {
  const plain = Object.getPrototypeOf(value) === Array.prototype && Reflect.ownKeys(value).length === value.length + 1;
  if (!plain) throw new NotCanonical(path, 'is not a plain list');
  for (let i = 0; i < value.length; i++) guardAt(value[i], { path, depth: depth + 1 }, i);
}

interface Within {
  readonly path: string;
  readonly depth: number;
}

function guardAt(value: unknown, within: Within, step?: Step): void {
  if (within.depth > depthMax) throw new NotCanonical(pathOf(within.path, step), `is deeper than ${depthMax}`);
  if (typeof value === 'object' && value !== null) {
    const path = pathOf(within.path, step);
    return Array.isArray(value) ? guardList(value, path, within.depth) : guardObject(value, path, within.depth);
  }
  const fault = faultOf(value);
  if (fault !== undefined) throw new NotCanonical(pathOf(within.path, step), fault);
}

function faultOf(value: unknown): string | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value === 'number') return faultOfNumber(value);
  return typeof value === 'boolean' || value === null ? undefined : `is of type ${typeof value}`;
}

/**
 * Refuses what canonicalisers bend silently: undefined, Date, Map, BigInt, floats, unsafe integers, hidden properties.
 * Only null, booleans, well-formed strings, safe integers, arrays and plain objects to a depth of 8 pass.
 */
export function guard(value: unknown): void {
  guardAt(value, { path: '$', depth: 0 });
}

function areInOrder(names: readonly string[]): boolean {
  for (let i = 1; i < names.length; i++) if (names[i - 1]! > names[i]!) return false;
  return true;
}

/** JSON.stringify writes what passes the guard as RFC 8785 asks, but for the order of the keys. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const given = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(given);
  if (!areInOrder(names)) names.sort();
  const ordered: Record<string, unknown> = {};
  for (const name of names) ordered[name] = inOrder(given[name]);
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
