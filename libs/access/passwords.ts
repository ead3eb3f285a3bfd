import { hash, verify } from '@node-rs/argon2';

export const passwordCodePointsMin = 12;
/** NIST SP 800-63B asks for at least 64; the limit only keeps a megabyte from being hashed. */
export const passwordCodePointsMax = 128;

// OWASP's argon2id figures; id is the library's default.
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** 19 MiB each: more at once would let a stranger fill the memory. */
const hashesAtOnceMax = 4;
const waitingMax = 64;

/** Too many passwords are being checked; try again in a few seconds. */
export class PasswordsBusy extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= hashesAtOnceMax) {
    if (waiting.length >= waitingMax) throw new PasswordsBusy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, so that nobody who comes later slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** NFKC, so that full-width letters of a Chinese input method are the same password. */
const normal = (password: string): string => password.normalize('NFKC');

/** What is wrong with a new password, in Chinese; undefined when it will do. Length is all that counts: no composition rules. */
export function passwordFault(password: string): string | undefined {
  const { length } = [...normal(password)];
  if (length < passwordCodePointsMin) return `密码至少 ${passwordCodePointsMin} 个字符，可以用一句好记的话`;
  if (length > passwordCodePointsMax) return `密码最多 ${passwordCodePointsMax} 个字符`;
  return undefined;
}

/** Throws PasswordsBusy. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), argon2id));

let nobodysHash: Promise<string> | undefined;

/** Takes the same time for an account that does not exist (`stored` undefined). Throws PasswordsBusy. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  if ([...password].length > passwordCodePointsMax) return false;
  nobodysHash ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobodysHash);
  const matches = await inTurn(() => verify(against, normal(password)));
  return matches && stored !== undefined;
}
