import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { useSettled } from '../../parts/settled.js';

interface Props {
  readonly value?: string;
  readonly onChange?: (teamId: string) => void;
  readonly id?: string;
  /** A team that cannot be chosen. */
  readonly without: string;
}

/** Another team that goes on, found by its name or the letters of it. */
export function TeamSelect({ value, onChange, id, without }: Props) {
  const [text, setText] = useState('');
  const asked = useSettled(text.trim());
  const { data } = api.useQuery(
    'get',
    '/api/years/{year}/teams',
    { params: { path: { year: thisYear() }, query: { pageSize: 50, ...(asked ? { text: asked } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const options = (data?.items ?? [])
    .filter(({ teamId, endedOn }) => teamId !== without && endedOn === null)
    .map(({ teamId, name }) => ({ value: teamId, label: name }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="输入队名或拼音"
      notFoundContent="没有找到，请核对队名"
      options={options}
    />
  );
}
