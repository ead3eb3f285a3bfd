import type { Recorded } from '#libs/event-store/codec';
import type { Position } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import type { AnyEvent } from '#libs/kernel/event';
import type { KeyGroup } from '#libs/kernel/fields';
import type { VolunteerId } from '#libs/kernel/ids';
import { open, type SubjectKey } from '#libs/privacy/envelope';
import { KeyLost, type Found } from '#libs/privacy/key-ring';
import { volunteerStream } from '#libs/volunteer/volunteer.events';

/** Where a text about somebody or something else tells of a person. What it says is not in here. */
export interface Mention {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly at: string;
  readonly group: KeyGroup;
}

type Parts = Pick<House, 'store' | 'codec' | 'keys'>;

const pageEntries = 1_000;
/** Of these fields of a person's own entries. */
const tellingFields = ['name', 'idNumber', 'mobiles'] as const;

/**
 * Every text under the key of another subject in which a name, ID number or telephone of this person stands, in the order of the log:
 * a person looks at each and decides what is corrected. A namesake's own name is none. `volunteerIds`: all records of the person.
 * Reads and opens the whole log: seconds for every 10,000 entries. Throws KeyLost, EnvelopeBroken, UnknownEvent.
 */
export async function mentionsOf(parts: Parts, volunteerIds: readonly VolunteerId[]): Promise<Mention[]> {
  const { items } = await mentionsAfter(parts, volunteerIds, { after: null, entriesMax: Infinity });
  return items;
}

export interface MentionsPart {
  readonly items: Mention[];
  /** Behind which entry the next part begins; null when the log was read to its end. */
  readonly next: Position | null;
}

/** The same for so many entries of the log and a page, from the one behind `after` on. */
export async function mentionsAfter(
  parts: Parts,
  volunteerIds: readonly VolunteerId[],
  asked: { readonly after: Position | null; readonly entriesMax: number },
): Promise<MentionsPart> {
  const words = await wordsOf(parts, volunteerIds);
  const own = new Set<string>(volunteerIds);
  const items: Mention[] = [];
  let { after } = asked;
  for (let left = asked.entriesMax; words.length > 0;) {
    const page = await parts.store.readAll(after, pageEntries);
    const read = page.entries.map((stored) => parts.codec.readClear(stored));
    const keys = await parts.keys.forReading(read.flatMap(({ entry }) => parts.codec.kidsOf(entry)));
    items.push(...read.flatMap((one) => mentionsIn(one, { keys, own, words })));
    after = page.last;
    left -= read.length;
    if (page.end || after === null) break;
    if (left <= 0) return { items, next: after };
  }
  return { items, next: null };
}

interface Looking {
  readonly keys: ReadonlyMap<string, Found>;
  readonly own: ReadonlySet<string>;
  readonly words: readonly string[];
}

function mentionsIn({ entry, position, stream, revision }: Recorded, { keys, own, words }: Looking): Mention[] {
  const { type, at } = entry;
  return entry.enc.flatMap((part): Mention[] => {
    const key = keys.get(part.kid);
    if (key === undefined) throw new KeyLost(part.kid);
    if (key === 'shredded' || own.has(key.subject) || isOwnName(stream, key)) return [];
    const text = open({ stream, rev: revision, type, part }, key.dek);
    if (!words.some((word) => text.includes(word))) return [];
    return [{ position, stream, revision, type, at, group: key.group as KeyGroup }];
  });
}

const isOwnName = (stream: string, { subject, group }: SubjectKey): boolean =>
  group === 'identity' && stream === volunteerStream(subject as VolunteerId);

/** What the person was called and could be reached by, over all their records. */
async function wordsOf({ store, codec, keys }: Parts, volunteerIds: readonly VolunteerId[]): Promise<string[]> {
  const words = new Set<string>();
  for (const volunteerId of volunteerIds)
    for await (const stored of store.readStream(volunteerStream(volunteerId))) {
      const found = await keys.forReading(codec.kidsOf(codec.readClear(stored).entry));
      const { event, erased } = codec.read(stored, found);
      if (erased.length === 0) tellingIn(event).forEach((word) => words.add(word));
    }
  return [...words];
}

const tellingIn = ({ data }: AnyEvent): string[] =>
  tellingFields
    .flatMap((field): unknown => data[field] ?? [])
    .filter((value): value is string => typeof value === 'string' && value.length > 1);
