import { keepPreviousData } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { api } from '../../api/client.js';
import type { Filters } from '../../parts/filters.js';
import { volunteerStatusNames } from '../../parts/ledger-words.js';
import type { Narrowed } from './volunteer-filters.js';

/** How many there are of each status; a number is the way to those who make it up. */
export function VolunteerCounts({ filters, text }: { readonly filters: Filters<Narrowed>; readonly text: string }) {
  const { status, sort: _sort, descending: _descending, participantKind, ...values } = filters.values;
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/counts',
    { params: { query: { ...values, ...(text ? { text } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const sums = new Map<keyof typeof volunteerStatusNames, number>();
  for (const one of data?.items ?? [])
    if (participantKind === undefined || one.participantKind === participantKind)
      sums.set(one.status, (sums.get(one.status) ?? 0) + one.volunteers);
  return (
    <Space wrap size="small" role="group" aria-label="各状态人数">
      {[...sums].map(([code, volunteers]) => (
        <Button
          key={code}
          size="small"
          type={status === code ? 'primary' : 'default'}
          aria-pressed={status === code}
          onClick={() => filters.set({ status: status === code ? undefined : code })}
        >
          {volunteerStatusNames[code]} {volunteers} 人
        </Button>
      ))}
    </Space>
  );
}
