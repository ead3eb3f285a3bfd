import { DatePicker, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { participantKind } from '#libs/reference/ledger-codes';
import type { QueryOf } from '../../api/query.js';
import { useFilters, type Filters } from '../../parts/filters.js';
import { volunteerStatusNames } from '../../parts/ledger-words.js';
import { TypedSearch } from '../../parts/typed-search.js';
import { optionsOf } from '../../parts/words.js';

type Query = QueryOf<'/api/volunteers'>;
export type Narrowed = Pick<Query, (typeof volunteerFilterNames)[number]>;

export const volunteerFilterNames = [
  'within',
  'status',
  'participantKind',
  'primaryTeamId',
  'memberOfTeamId',
  'on',
  'sort',
  'descending',
] as const;

/** Codes, ids and days of the register, in the address. */
export const useVolunteerFilters = (): Filters<Narrowed> => useFilters<Narrowed>(volunteerFilterNames);

const statusOptions = Object.entries(volunteerStatusNames).map(([value, label]) => ({ value, label }));

interface Props {
  readonly filters: Filters<Narrowed>;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

export function VolunteerFilters({ filters, typed, onTyped }: Props) {
  const { values } = filters;
  return (
    <>
      <TypedSearch label="姓名、拼音或编号" typed={typed} onTyped={onTyped} />
      <Select
        allowClear
        placeholder="状态"
        aria-label="状态"
        value={values.status}
        onChange={(status?: string) => filters.set({ status })}
        options={statusOptions}
        style={{ width: 110 }}
      />
      <Select
        allowClear
        placeholder="人员类别"
        aria-label="人员类别"
        value={values.participantKind}
        onChange={(kind?: string) => filters.set({ participantKind: kind })}
        options={optionsOf(participantKind)}
        style={{ width: 130 }}
      />
      <DatePicker
        placeholder="截至日期"
        aria-label="截至日期"
        value={values.on ? dayjs(values.on) : null}
        onChange={(day) => filters.set({ on: day?.format('YYYY-MM-DD') })}
      />
      {(values.primaryTeamId ?? values.memberOfTeamId) && (
        <Tag closable onClose={() => filters.set({ primaryTeamId: undefined, memberOfTeamId: undefined })}>
          只看一支队的成员
        </Tag>
      )}
    </>
  );
}
