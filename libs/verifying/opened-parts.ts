import { EnvelopeBroken, open } from '#libs/privacy/envelope';
import type { DisclosedKey } from '#libs/proof/bundle';
import type { Entry, SealedPart } from '#libs/proof/entry';

/** What the disclosed keys of a bundle show: a line for each part that opened, and a fault for each key that is not the log's. */
export interface OpenedParts {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Opens what disclosed keys close. Each key has to fit the commitment that stands beside the ciphertext, which the checks of the
 * entries held against the one the log bound to the person before the first use; nothing else of the file is believed.
 */
export function openedParts(entries: readonly Entry[], disclosed: readonly DisclosedKey[]): OpenedParts {
  const [lines, faults]: [string[], string[]] = [[], []];
  for (const { kid, dek } of disclosed) {
    const closed = entries.flatMap((entry) =>
      entry.enc.filter((part) => part.kid === kid).map((part) => ({ entry, part })),
    );
    if (closed.length === 0) faults.push(`key ${kid} closes nothing here`);
    for (const { entry, part } of closed) {
      const fields = fieldsOf(entry, part, Buffer.from(dek, 'base64'));
      const place = `${entry.stream}@${entry.rev}`;
      if (typeof fields === 'string') faults.push(`${place}: ${fields}`);
      else lines.push(`${entry.at}　${place}　${entry.type}　${textOf(fields)}`);
    }
  }
  return { lines: lines.sort(), faults };
}

function fieldsOf({ stream, rev, type }: Entry, part: SealedPart, dek: Buffer): object | string {
  try {
    return JSON.parse(open({ part, stream, rev, type }, dek)) as object;
  } catch (error) {
    if (error instanceof EnvelopeBroken) return error.message;
    throw error;
  }
}

const textOf = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}＝${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('，');
