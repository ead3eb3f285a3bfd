import type { CodeList } from '#libs/reference/codes';

/** 90 → 1小时30分. Minutes are what is stored; hours exist on screen and paper only. */
export function minutesText(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined) return '—';
  const sign = minutes < 0 ? '−' : '';
  const all = Math.abs(minutes);
  const [hours, rest] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return `${sign}${rest}分`;
  return rest === 0 ? `${sign}${hours}小时` : `${sign}${hours}小时${rest}分`;
}

/** The full name of a code; the code itself where the list does not hold it. */
export const codeName = (list: CodeList, code: string | null | undefined): string =>
  code === null || code === undefined ? '—' : (list.entries.find((entry) => entry.code === code)?.name ?? code);

export const optionsOf = (list: CodeList): { value: string; label: string }[] =>
  list.entries.map(({ code, name }) => ({ value: code, label: name }));

export const percentText = (basisPoints: number | null | undefined): string =>
  basisPoints === null || basisPoints === undefined ? '—' : `${(basisPoints / 100).toFixed(1)}%`;

/** Where the name of somebody who was forgotten would stand. */
export const unnamed = '（已删除姓名）';

export const orDash = (text: string | number | null | undefined): string =>
  text === null || text === undefined || text === '' ? '—' : String(text);
