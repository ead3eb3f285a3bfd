import type { Heading } from '#libs/intake/heading';
import type { LocalDate } from '#libs/kernel/time';

export interface FormDate {
  /** Undefined where the form does not tell and nobody said. */
  readonly on: LocalDate | undefined;
  readonly obstacles: readonly string[];
  readonly remarks: readonly string[];
}

/** 填表日期 to the day: as told, else as printed. A form that gives the month only (`2026.7`) leaves the day to be told. */
export function formDateOf({ filledOn }: Heading, told: LocalDate | undefined, needed: boolean): FormDate {
  if (told === undefined && filledOn?.precision === 'day')
    return { on: filledOn.date as LocalDate, obstacles: [], remarks: [] };
  if (told === undefined) {
    const what = filledOn ? `填表日期只写到月（${filledOn.date}）` : '表上没有填表日期';
    return {
      on: undefined,
      obstacles: needed ? [`${what}，请用 --form-date 指明到日，如 --form-date 2026-07-01。`] : [],
      remarks: [],
    };
  }
  const differs = filledOn && !told.startsWith(filledOn.date);
  return {
    on: told,
    obstacles: [],
    remarks: differs ? [`表上的填表日期是 ${filledOn.date}，按您指定的 ${told} 导入，请核对。`] : [],
  };
}
