import { keyTypes, NotANote, signedBy, verifierKey, type SignedNote, type VerifierKey } from './note.js';

/** Whom an auditor believes; comes from paper, never from the ledger. C2SP tlog-policy. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Name of a witness or group that must have signed, or `none`. */
  readonly quorum: string;
}

interface Group {
  readonly needed: number;
  readonly members: readonly string[];
}

/** A line of a policy file cannot be read; `line` counts from 1. */
export class NotAPolicy extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(`line ${line}: ${why}`);
  }
}

type Draft = { logs: VerifierKey[]; witnesses: Map<string, VerifierKey>; groups: Map<string, Group>; quorum?: string };

const named = (draft: Draft, name: string): boolean => draft.witnesses.has(name) || draft.groups.has(name);

const readers: Readonly<Record<string, (words: readonly string[], draft: Draft) => string | undefined>> = {
  log: ([key], draft) => {
    const log = verifierKey(key ?? '');
    if (log.type !== keyTypes.log) return 'a log needs a key of type 1';
    draft.logs.push(log);
    return undefined;
  },
  witness: ([name, key], draft) => {
    const witness = verifierKey(key ?? '');
    if (witness.type !== keyTypes.witness) return 'a witness needs a key of type 4';
    if (name === undefined || named(draft, name)) return 'the name stands already';
    draft.witnesses.set(name, witness);
    return undefined;
  },
  group: ([name, count, ...members], draft) => {
    if (name === undefined || named(draft, name)) return 'the name stands already';
    const unknown = members.find((member) => !named(draft, member));
    if (unknown !== undefined) return `${unknown} is not named before`;
    const needed = count === 'all' ? members.length : count === 'any' ? 1 : Number(count);
    if (!Number.isInteger(needed) || needed < 1 || needed > members.length || new Set(members).size < members.length)
      return 'a group says any, all or how many of its different members';
    draft.groups.set(name, { needed, members });
    return undefined;
  },
  quorum: ([name], draft) => {
    if (draft.quorum !== undefined) return 'there is one quorum';
    if (name === undefined || (name !== 'none' && !named(draft, name))) return 'the quorum is not named before';
    draft.quorum = name;
    return undefined;
  },
};

/** Reads `log`, `witness`, `group` and `quorum` lines; `#` begins a comment. Throws NotAPolicy. */
export function readPolicy(text: string): Policy {
  const draft: Draft = { logs: [], witnesses: new Map(), groups: new Map() };
  for (const [i, line] of text.split('\n').entries()) {
    const [word, ...words] = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (word === '' || word === undefined) continue;
    const why = Object.hasOwn(readers, word) ? faultOf(() => readers[word]!(words, draft)) : `unknown word ${word}`;
    if (why !== undefined) throw new NotAPolicy(i + 1, why);
  }
  const { quorum, ...rest } = draft;
  if (draft.logs.length === 0 || quorum === undefined)
    throw new NotAPolicy(text.split('\n').length, 'a policy names a log and a quorum');
  return { ...rest, quorum };
}

function faultOf(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotANote) return error.message;
    throw error;
  }
}

/** The keys of each log that a policy names, for a witness: a log whose key gives way to the next has two. */
export function logsOf({ logs }: Policy): Map<string, VerifierKey[]> {
  const byName = new Map<string, VerifierKey[]>();
  for (const log of logs) byName.set(log.name, [...(byName.get(log.name) ?? []), log]);
  return byName;
}

export interface Opened {
  /** Name of the log whose key opened the note. */
  readonly log: string;
  /** Names and seconds (since 1970) of the witnesses that signed. */
  readonly witnessed: ReadonlyMap<string, number>;
}

/** Why a note does not open: no known log signed it, or too few witnesses did. */
export type NotOpened = 'LOG_SIG' | 'QUORUM';

export function openNote(note: SignedNote, policy: Policy): Opened | NotOpened {
  // A key signs for the log of its name and for no other, however many logs the policy believes.
  const origin = note.text.slice(0, note.text.indexOf('\n'));
  const log = policy.logs.find((key) => key.name === origin && signedBy(note, key) !== undefined);
  if (!log) return 'LOG_SIG';
  const witnessed = new Map<string, number>();
  for (const [name, key] of policy.witnesses) {
    const seconds = signedBy(note, key);
    if (seconds !== undefined) witnessed.set(name, seconds);
  }
  const agrees = (name: string): boolean => {
    const group = policy.groups.get(name);
    return group ? group.members.filter(agrees).length >= group.needed : witnessed.has(name);
  };
  return policy.quorum === 'none' || agrees(policy.quorum) ? { log: log.name, witnessed } : 'QUORUM';
}
