import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { cpuMicroseconds } from './processes.js';

/** What was asked for on the command line; each bench says what it takes without. */
export interface Asked {
  readonly out: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly events: number;
}

export function asked(name: string, without: Omit<Asked, 'out'>): Asked {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      events: { type: 'string' },
      profile: { type: 'boolean' },
    },
  });
  return {
    out: values.out ?? `${os.tmpdir()}/zhice-bench-${name}.json`,
    rounds: Number(values.rounds ?? without.rounds),
    seconds: Number(values.seconds ?? without.seconds),
    events: Number(values.events ?? without.events),
  };
}

export interface Sample {
  readonly perSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** CPU of this process and of PostgreSQL for one piece of work; steadier than the rate on a machine with company. */
  readonly nodeMicroseconds: number;
  readonly postgresMicroseconds: number;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export function median(values: readonly number[]): number {
  const ordered = sorted(values);
  const middle = ordered.length / 2;
  return Number.isInteger(middle) ? (ordered[middle - 1]! + ordered[middle]!) / 2 : ordered[Math.floor(middle)]!;
}

/** A closed loop: `callers` at once, each beginning anew when its last piece is done, for `seconds`. */
export async function closedLoop(
  work: (turn: number) => Promise<unknown>,
  callers: number,
  seconds: number,
): Promise<Sample> {
  const took: number[] = [];
  let turn = 0;
  const before = cpuMicroseconds();
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const caller = async (): Promise<void> => {
    for (let at = performance.now(); at < end;) {
      await work(turn++);
      const now = performance.now();
      took.push(now - at);
      at = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsed = performance.now() - begun;
  const after = cpuMicroseconds();
  return {
    perSecond: (took.length / elapsed) * 1000,
    p50Milliseconds: quantile(took, 0.5),
    p99Milliseconds: quantile(took, 0.99),
    nodeMicroseconds: (after.node - before.node) / took.length,
    postgresMicroseconds: (after.postgres - before.postgres) / took.length,
  };
}

export type Variant = () => Promise<Sample>;
export type Rounds = ReadonlyMap<string, readonly Sample[]>;

/** Every variant once a round, the order turned by one each time, so that no one always follows the same other. */
export async function inRounds(variants: Readonly<Record<string, Variant>>, rounds: number): Promise<Rounds> {
  const names = Object.keys(variants);
  const samples = new Map<string, Sample[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = names.map((_name, i) => names[(i + round) % names.length]!);
    for (const name of order) samples.get(name)!.push(await variants[name]!());
    process.stderr.write(`round ${round + 1} of ${rounds}\r`);
  }
  process.stderr.write('\n');
  return samples;
}

export interface Ratio {
  readonly what: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly floor: string;
  readonly held: boolean;
}

export interface Goal {
  readonly what: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Ratios within one round, then their median: what else ran on the machine meanwhile cancels out. */
export function ratioOf(goal: Goal, dividends: readonly number[], divisors: readonly number[]): Ratio {
  const ratios = dividends.map((dividend, i) => dividend / divisors[i]!);
  const middle = median(ratios);
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = goal;
  return {
    what: goal.what,
    median: middle,
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    floor: goal.atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`,
    held: middle >= atLeast && middle <= atMost,
  };
}

export const rates = (rounds: Rounds, name: string): number[] => rounds.get(name)!.map(({ perSecond }) => perSecond);
export const middles = (rounds: Rounds, name: string): number[] =>
  rounds.get(name)!.map(({ p50Milliseconds }) => p50Milliseconds);

const shown = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);

const columns: readonly (keyof Sample)[] = [
  'perSecond',
  'p50Milliseconds',
  'p99Milliseconds',
  'nodeMicroseconds',
  'postgresMicroseconds',
];

/** A table on the terminal and everything, round by round, in a JSON file. */
export function report(
  name: string,
  given: { asked: Asked; rounds: Rounds; ratios: readonly Ratio[]; notes?: object },
): void {
  const { asked: conditions, rounds, ratios, notes = {} } = given;
  const rows = [...rounds].map(([variant, samples]) => [
    variant,
    ...columns.map((column) => shown(median(samples.map((sample) => sample[column])))),
  ]);
  print(['', 'per second', 'p50 ms', 'p99 ms', 'Node CPU µs', 'PostgreSQL CPU µs'], rows);
  if (Object.keys(notes).length > 0)
    print(
      ['', 'value'],
      Object.entries(notes).map(([key, value]) => [key, String(value)]),
    );
  print(
    ['ratio', 'median', 'least', 'most', 'floor', ''],
    ratios.map(({ what, floor, held, ...of }) => [
      what,
      ...[of.median, of.least, of.most].map((value) => value.toFixed(2)),
      floor,
      held ? 'held' : 'MISSED',
    ]),
  );
  const machine = {
    node: process.version,
    cores: os.availableParallelism(),
    load: os.loadavg(),
    model: os.cpus()[0]?.model,
  };
  const whole = {
    bench: name,
    at: new Date().toISOString(),
    machine,
    conditions,
    rounds: Object.fromEntries(rounds),
    ratios,
    notes,
  };
  writeFileSync(conditions.out, `${JSON.stringify(whole, null, 2)}\n`);
  process.stdout.write(`\n${conditions.out}\n`);
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  process.stdout.write(`\n${[head, ...rows].map(line).join('\n')}\n`);
}
