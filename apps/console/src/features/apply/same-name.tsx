import { Alert, Form } from 'antd';
import { useDeferredValue, type ReactNode } from 'react';
import { checkIdNumber } from '#libs/reference/id-number';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { volunteerStatusNames } from '../../parts/ledger-words.js';
import { PersonLink } from '../../parts/person-link.js';

type Known = Pick<
  AnswerOf<'/api/volunteers'>['items'][number],
  'volunteerId' | 'name' | 'birthDate' | 'organizationName' | 'status'
>;

function KnownPeople({
  type,
  title,
  people,
}: {
  readonly type: 'warning' | 'error';
  readonly title: ReactNode;
  readonly people: readonly Known[];
}) {
  return (
    <Alert
      type={type}
      showIcon
      style={{ marginBottom: 16 }}
      title={title}
      description={people.map(({ volunteerId, name, birthDate, organizationName, status }) => (
        <div key={volunteerId}>
          <PersonLink volunteerId={volunteerId} name={name} />
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
    <KnownPeople
      type="warning"
      title={`已有 ${same.length} 位同名的志愿者，请先核对是否同一人`}
      people={same}
    />
  );
}

/** Whose ID number it is already: the form could not be submitted with it, so that is said before the rest is typed. */
export function SameIdNumber() {
  const typed = useDeferredValue(Form.useWatch<string | undefined>('idNumber') ?? '');
  const checked = checkIdNumber(typed);
  const { data } = api.useQuery(
    'post',
    '/api/volunteers/id-number-check',
    { body: { idNumber: checked.ok ? checked.idNumber : '' } },
    { enabled: checked.ok, gcTime: 0 },
  );
  if (!checked.ok || !data?.isTaken) return null;
  return (
    <KnownPeople
      type="error"
      title={
        data.items.length > 0
          ? '此身份证号码已经登记，不能再报名；请打开此人的档案办理'
          : '此身份证号码已在您管理的范围之外登记，不能再报名；请与上级党组织核实'
      }
      people={data.items}
    />
  );
}
