import { Select } from 'antd';
import { thisYear } from './clock.js';

const yearsBack = 5;

interface Props<All extends string | undefined> {
  readonly year: All extends string ? number | undefined : number;
  /** What no year at all is called, where a list may have all of them. */
  readonly all?: All;
  /** The year to come as well, for what is planned ahead. */
  readonly isWithNext?: boolean;
  readonly onChoose: (year: All extends string ? string | undefined : string) => void;
}

/** This year and those before it, and the one that is chosen; the year lies in the address of the page. */
const yearsWith = (year: number | undefined, isWithNext: boolean): number[] => [
  ...new Set([
    ...(isWithNext ? [thisYear() + 1] : []),
    ...Array.from({ length: yearsBack + 1 }, (_none, back) => thisYear() - back),
    ...(year === undefined ? [] : [year]),
  ]),
];

export const YearSelect = <All extends string | undefined = undefined>({
  year,
  all,
  isWithNext = false,
  onChoose,
}: Props<All>) => (
  <Select
    aria-label="年度"
    value={year}
    allowClear={all !== undefined}
    placeholder={all}
    onChange={(value?: number) =>
      onChoose((value === undefined ? undefined : String(value)) as Parameters<typeof onChoose>[0])
    }
    options={yearsWith(year, isWithNext).map((value) => ({ value, label: `${value} 年` }))}
    style={{ width: 120 }}
  />
);
