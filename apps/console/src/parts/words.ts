import { minutesText as minutesWords } from '#libs/forms/minutes.zh';
import type { CodeList } from '#libs/reference/codes';

/** As people say minutes; a dash where there are none. */
export const minutesText = (minutes: number | null | undefined): string =>
  minutes === null || minutes === undefined ? '—' : minutesWords(minutes);

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
