import { hashBytes, type Hash } from './tree.js';

/** Format name of a bundle file. */
export const bundleFormat = 'zhice-bundle@1';
const keyBytes = 32;
export const bundleBytesMax = 64 * 1024 * 1024;

/** An entry with its place in the log; `proof` counts into the bundle's `nodes`, which stand there once each. */
export interface ProvenEntry {
  readonly n: number;
  readonly text: string;
  readonly proof: readonly number[];
}

/** Neighbouring leaves of the map of stream heads, from leaf `from` on, each with its proof. */
export interface HeadRange {
  readonly from: number;
  readonly leaves: readonly { readonly s: string; readonly rev: number; readonly h: string }[];
  readonly proofs: readonly (readonly number[])[];
}

/** A data key in clear, 32 bytes in base64: whoever has it reads all that it closes. */
export interface DisclosedKey {
  readonly kid: string;
  readonly dek: string;
}

/** One person's whole history, to be checked without the ledger and without a network. */
export interface Bundle {
  readonly format: typeof bundleFormat;
  readonly log: string;
  /** Id of the volunteer. */
  readonly subject: string;
  /** Signed note of the head that everything here is proved against. */
  readonly checkpoint: string;
  /** Hashes of all proofs, base64. */
  readonly nodes: readonly string[];
  /** Every entry of every stream about the person, in the order of the log. */
  readonly entries: readonly ProvenEntry[];
  /** Every entry of `sys-keys`. */
  readonly keys: readonly ProvenEntry[];
  /** The map of stream heads: its entry, the person's streams with one neighbour on each side, and `sys-keys`. */
  readonly heads: { readonly entry: ProvenEntry; readonly about: HeadRange; readonly keys: HeadRange };
  /** What the entries must add up to: minutes by calendar year. */
  readonly figures: Readonly<Record<string, number>>;
  /** Keys for an auditor who is entitled to read; absent in a bundle that shows ciphertext only. */
  readonly disclosed?: readonly DisclosedKey[];
}

/** The file is not a bundle of this format. */
export class NotABundle extends Error {}

type Shape = (value: unknown) => boolean;
const isText: Shape = (value) => typeof value === 'string';
const isCount: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const listOf =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(item);
const objectOf =
  (fields: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([name, given]) => Object.hasOwn(fields, name) || (Object.hasOwn(optional, name) && optional[name]!(given)),
    ) &&
    Object.entries(fields).every(([name, is]) => is((value as Record<string, unknown>)[name]));

const isProven = objectOf({ n: isCount, text: isText, proof: listOf(isCount) });
const isRange = objectOf({
  from: isCount,
  leaves: listOf(objectOf({ s: isText, rev: isCount, h: isText })),
  proofs: listOf(listOf(isCount)),
});
const isFigures: Shape = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([year, minutes]) => /^\d{4}$/.test(year) && isCount(minutes));
const isKey = objectOf({
  kid: isText,
  dek: (value) => typeof value === 'string' && Buffer.from(value, 'base64').length === keyBytes,
});
const required = {
  format: (value: unknown) => value === bundleFormat,
  log: isText,
  subject: (value: unknown) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
  checkpoint: isText,
  nodes: listOf((value) => typeof value === 'string' && Buffer.from(value, 'base64').length === hashBytes),
  entries: listOf(isProven),
  keys: listOf(isProven),
  heads: objectOf({ entry: isProven, about: isRange, keys: isRange }),
  figures: isFigures,
};
const isBundle = objectOf(required, { disclosed: listOf(isKey) });

/** Bounded in size before anything is parsed, and strict in shape. Throws NotABundle. */
export function readBundle(text: string): Bundle {
  if (text.length > bundleBytesMax) throw new NotABundle(`larger than ${bundleBytesMax} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NotABundle('not JSON');
  }
  if (!isBundle(value)) throw new NotABundle(`not of the form ${bundleFormat}`);
  return value as Bundle;
}

/** Hashes of a proof out of the shared nodes; one that points outside gives a hash that nothing fits. */
export const proofIn = (nodes: readonly Hash[], proof: readonly number[]): Hash[] =>
  proof.map((i) => nodes[i] ?? Buffer.alloc(0));

/** Gathers proofs so that every hash stands once. */
export class SharedNodes {
  private readonly places = new Map<string, number>();

  indexesOf(proof: readonly Hash[]): number[] {
    return proof.map((hash) => {
      const text = hash.toString('base64');
      const place = this.places.get(text) ?? this.places.size;
      this.places.set(text, place);
      return place;
    });
  }

  get list(): string[] {
    return [...this.places.keys()];
  }
}

interface HoursData {
  readonly servedOn: string;
  readonly serviceMinutes: number;
}

/**
 * Minutes by the calendar year of service, from the entries alone: credited adds, reversed takes off, nothing else counts. Apart from
 * the product's own fold on purpose, so that one mistake does not stand on both sides.
 */
export function minutesByYear(
  entries: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[],
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { type, data } of entries) {
    const sign = type === 'ServiceHoursCredited' ? 1 : type === 'ServiceHoursReversed' ? -1 : 0;
    if (sign === 0) continue;
    const { servedOn, serviceMinutes } = data as unknown as HoursData;
    const year = servedOn.slice(0, 4);
    sums.set(year, (sums.get(year) ?? 0) + sign * serviceMinutes);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
