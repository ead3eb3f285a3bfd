import { Select } from 'antd';
import { thisYear } from './clock.js';

const yearsBack = 5;

/** This year and those before it; the year lies in the address of the page. */
export const YearSelect = ({
  year,
  onChoose,
}: {
  readonly year: number;
  readonly onChoose: (year: string) => void;
}) => (
  <Select
    aria-label="年度"
    value={year}
    onChange={(value) => onChoose(String(value))}
    options={Array.from({ length: yearsBack + 1 }, (_none, back) => thisYear() - back).map((value) => ({
      value,
      label: `${value} 年`,
    }))}
    style={{ width: 120 }}
  />
);
