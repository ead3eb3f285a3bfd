import { Alert, Form } from 'antd';
import { useDeferredValue } from 'react';
import { api } from '../../api/client.js';
import { volunteerStatusNames } from '../../parts/ledger-words.js';
import { PersonLink } from '../../parts/person-link.js';

/** Who bears the name already, to be compared by birth and unit before anything else is typed; never matched by name alone. */
export function SameName() {
  const name = useDeferredValue((Form.useWatch<string | undefined>('name') ?? '').trim());
  const { data } = api.useQuery(
    'get',
    '/api/volunteers',
    { params: { query: { text: name, pageSize: 5 } } },
    { enabled: [...name].length >= 2 },
  );
  const same = data?.items.filter((one) => one.name === name) ?? [];
  if (same.length === 0 || name === '') return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={`已有 ${same.length} 位同名的志愿者，请先核对是否同一人`}
      description={same.map(({ volunteerId, name: theirs, birthDate, organizationName, status }) => (
        <div key={volunteerId}>
          <PersonLink volunteerId={volunteerId} name={theirs} />
          {'　'}
          {birthDate}
          {'　'}
          {organizationName}
          {'　'}
          {status && volunteerStatusNames[status]}
        </div>
      ))}
    />
  );
}
