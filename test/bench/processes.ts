import { readdirSync, readFileSync } from 'node:fs';

/** Processes whose CPU counts as PostgreSQL's: the postmaster and its children. Linux only; elsewhere the figure is 0. */
let postmaster = 0;
export const watchPostmaster = (pid: number): void => void (postmaster = pid);

// USER_HZ is 100 on every Linux that Node runs on.
const microsecondsPerTick = 10_000;

interface Stat {
  readonly parent: number;
  /** Own ticks and those of children that have ended. */
  readonly ticks: number;
}

function statOf(pid: number | string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, ticks: fields[11]! + fields[12]! + fields[13]! + fields[14]! };
  } catch {
    return undefined;
  }
}

function postgresTicks(): number {
  if (postmaster === 0 || process.platform !== 'linux') return 0;
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.reduce((sum, pid) => {
    const stat = statOf(pid);
    return stat && (stat.parent === postmaster || Number(pid) === postmaster) ? sum + stat.ticks : sum;
  }, 0);
}

/** CPU used so far, microseconds, to 10 ms. */
export function cpuMicroseconds(): { readonly node: number; readonly postgres: number } {
  const { user, system } = process.cpuUsage();
  return { node: user + system, postgres: postgresTicks() * microsecondsPerTick };
}

/** CPU of one other process, microseconds; 0 where it cannot be known. */
export const cpuOf = (pid: number): number => (statOf(pid)?.ticks ?? 0) * microsecondsPerTick;

/** Resident memory of this process at its highest, MiB. */
export const peakMebibytes = (): number => process.resourceUsage().maxRSS / 1024;
