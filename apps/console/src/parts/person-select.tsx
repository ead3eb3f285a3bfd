import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';

interface Props {
  readonly value?: string;
  readonly onChange?: (volunteerId: string) => void;
  readonly id?: string;
  readonly label?: string;
}

/** Found by name, number or pinyin initials; what is typed stays in this field. */
export function PersonSelect({ value, onChange, id, label }: Props) {
  const [text, setText] = useState('');
  const { data } = api.useQuery(
    'get',
    '/api/volunteers',
    { params: { query: { text, pageSize: 20 } } },
    { enabled: text.trim() !== '', placeholderData: keepPreviousData },
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="输入姓名、拼音或编号"
      style={{ minWidth: 220 }}
      notFoundContent={text ? '没有找到，请核对姓名、拼音或编号' : '请输入姓名、拼音或编号'}
      options={(data?.items ?? []).map(({ volunteerId, name, volunteerNumber }) => ({
        value: volunteerId,
        label: `${name} ${volunteerNumber ?? ''}`,
      }))}
    />
  );
}
