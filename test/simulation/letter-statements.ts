import type { JsonRow } from './database.js';
import type { Answer, Session, Statement, Values } from './session.js';

const givenUpAfterMilliseconds = 3 * 24 * 3_600_000;
const columns = ['id', 'type', 'volunteerId', 'organizationId', 'eventId', 'position', 'recordedAt'] as const;

const isGivenUp = (row: JsonRow): boolean => row['givenUpAt'] !== null;
const numberOf = (row: JsonRow, column: string): number => Number(row[column]);
const changed = (session: Session, rows: readonly JsonRow[]): Answer => {
  for (const row of rows) session.set('letter', row);
  return { rows: [], rowCount: rows.length };
};

function put(session: Session, values: Values): Answer {
  const given = values as readonly (readonly string[])[];
  const times = { putAt: session.now, nextTryAt: session.now, givenUpAt: null };
  const letters = given[0]!.map((_, i): JsonRow => {
    const letter = Object.fromEntries(columns.map((column, place) => [column, given[place]![i]]));
    return { ...letter, ...times, attempts: 0, why: null };
  });
  const known = new Set(session.all('letter').map(({ id }) => id));
  return changed(
    session,
    letters.filter(({ id }) => !known.has(id)),
  );
}

const isDue =
  (now: number) =>
  (row: JsonRow): boolean =>
    !isGivenUp(row) && numberOf(row, 'nextTryAt') <= now;

function take(session: Session, [checkpoint, epoch, limit]: Values): Answer {
  if (!session.hasEpoch(checkpoint as string, epoch as number)) return changed(session, []);
  const due = session
    .all('letter')
    .filter(isDue(session.now))
    .toSorted((a, b) => numberOf(a, 'putAt') - numberOf(b, 'putAt') || (String(a['id']) < String(b['id']) ? -1 : 1))
    .slice(0, limit as number);
  const taken = due.map((row): JsonRow => {
    const attempts = numberOf(row, 'attempts');
    const seconds = Math.min(3_600, 5 * 2 ** Math.min(attempts, 10));
    return { ...row, attempts: attempts + 1, nextTryAt: session.now + seconds * 1_000 };
  });
  changed(session, taken);
  const told = taken.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  return { rows: told, rowCount: told.length };
}

function delivered(session: Session, [id]: Values): Answer {
  const one = session.all('letter').filter((row) => row['id'] === id);
  for (const row of one) session.takeOut('letter', row);
  return { rows: [], rowCount: one.length };
}

function failed(session: Session, [id, why, isLasting]: Values): Answer {
  const one = session.all('letter').filter((row) => row['id'] === id);
  const rows = one.map((row): JsonRow => {
    const isOver = isLasting === true || numberOf(row, 'putAt') < session.now - givenUpAfterMilliseconds;
    return { ...row, why, givenUpAt: isOver ? session.now : null };
  });
  changed(session, rows);
  return { rows: rows.map((row) => ({ given_up: isGivenUp(row) })), rowCount: rows.length };
}

function triedAgain(session: Session): Answer {
  const put0 = { givenUpAt: null, attempts: 0, nextTryAt: session.now, putAt: session.now };
  const stuck = session.all('letter').filter((row) => isGivenUp(row) || numberOf(row, 'attempts') > 0);
  return changed(
    session,
    stuck.map((row) => ({ ...row, ...put0 })),
  );
}

/** What the box of letters says to PostgreSQL. */
export const letterStatements: readonly (readonly [pattern: RegExp, statement: Statement])[] = [
  [/^insert into outbox\.letter/, put],
  [/^update outbox\.letter set attempts = attempts \+ 1/, take],
  [/^delete from outbox\.letter where id/, delivered],
  [/^update outbox\.letter set why/, failed],
  [/^update outbox\.letter set given_up_at = null/, triedAgain],
];
