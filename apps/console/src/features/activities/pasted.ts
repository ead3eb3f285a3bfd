import type { Times } from '../../parts/typed-times.js';

/** One person of the sheet on the screen. */
export interface SheetLine {
  readonly volunteerId: string;
  readonly teamId?: string;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly isThere: boolean;
  /** HH:MM. */
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Pasted {
  readonly lines: readonly SheetLine[];
  /** Every line that fits nobody or holds no time, all at once. */
  readonly faults: readonly string[];
}

const time = /^([01]?\d|2[0-4])[:：]([0-5]\d)$/;
const timeOf = (text: string | undefined): string | undefined => {
  const found = time.exec((text ?? '').trim());
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : undefined;
};

/** Minutes from one time of day to another of the same day; negative when it ends before it starts. */
const minutesBetween = (startsAt: string, endsAt: string): number => {
  const [from = 0, until = 0] = [startsAt, endsAt].map((text) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return until - from;
};

export interface ServedSpan {
  readonly servedOn: string;
  readonly endsOn: string;
  /** Nought or less where it ends before it starts. */
  readonly minutes: number;
}

const minutesPerDay = 1440;

/**
 * On which days of the session somebody served who came and left at these times. Of a session over midnight, who came at a
 * time before its start came on the second day, and an end that is not later than the start lies there too.
 */
export function servedSpan(
  { startsAt, endsAt }: Pick<SheetLine, 'startsAt' | 'endsAt'>,
  session: Times | undefined,
): ServedSpan {
  const minutes = minutesBetween(startsAt, endsAt);
  const { heldOn = '', endsOn: lastDay = heldOn } = session ?? {};
  if (!session || lastDay === heldOn) return { servedOn: heldOn, endsOn: heldOn, minutes };
  if (startsAt < session.startsAt) return { servedOn: lastDay, endsOn: lastDay, minutes };
  return minutes > 0
    ? { servedOn: heldOn, endsOn: heldOn, minutes }
    : { servedOn: heldOn, endsOn: lastDay, minutes: minutes + minutesPerDay };
}

/** Who a cell means: a number exactly, or a name that only one person of the sheet bears. */
function meant(cell: string, sheet: readonly SheetLine[]): SheetLine | string {
  const byNumber = sheet.find(({ volunteerNumber }) => volunteerNumber !== '' && volunteerNumber === cell);
  if (byNumber) return byNumber;
  const named = sheet.filter(({ name }) => name === cell);
  const [one] = named;
  if (!one) return `“${cell}”不在本队名单中`;
  return named.length > 1 ? `“${cell}”有 ${named.length} 人同名，请改填志愿者编号` : one;
}

function pastedLine(row: string, sheet: readonly SheetLine[], session: Times | undefined): SheetLine | string {
  const cells = row.split('\t').map((cell) => cell.trim());
  const who = meant(cells[0] ?? '', sheet);
  if (typeof who === 'string') return who;
  const startsAt = cells[1] ? timeOf(cells[1]) : who.startsAt;
  const endsAt = cells[2] ? timeOf(cells[2]) : who.endsAt;
  if (startsAt === undefined || endsAt === undefined) return '时间请填成 08:30 的样子';
  if (servedSpan({ startsAt, endsAt }, session).minutes <= 0) return '结束时间须晚于开始时间';
  return { ...who, isThere: true, startsAt, endsAt };
}

/** Lines copied from a sheet: number or name, then start and end where they differ from the session's. */
export function paste(text: string, sheet: readonly SheetLine[], session?: Times): Pasted {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const read = rows.map((row) => pastedLine(row, sheet, session));
  const faults = read.flatMap((one, index) => (typeof one === 'string' ? [`第 ${index + 1} 行：${one}`] : []));
  const there = new Map(read.flatMap((one) => (typeof one === 'string' ? [] : [[one.volunteerId, one] as const])));
  return { lines: sheet.map((line) => there.get(line.volunteerId) ?? line), faults };
}
