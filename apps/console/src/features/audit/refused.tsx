import { api } from '../../api/client.js';
import type { QueryOf } from '../../api/query.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { momentText } from '../../parts/clock.js';
import { OlderTable, useBefore } from '../../parts/older.js';
import { commandName } from './refused-words.js';

type Act = NonNullable<QueryOf<'/api/audit/refused'>['act']>;

const empties: Readonly<Record<Act, string>> = {
  self_dealing_refused: '没有人试图批自己的事；记录从启用这一版起留存',
  denied: '没有人试图越权',
};

/** What was tried and refused: who, when, which rule. Nothing of it stands in the log, since nothing was recorded. */
export function RefusedActs({ act }: { readonly act: Act }) {
  const by = useBefore();
  const answer = api.useQuery('get', '/api/audit/refused', { params: { query: { act, ...by.asked } } });
  return (
    <OlderTable
      by={by}
      answer={answer}
      empty={empties[act]}
      columns={[
        { title: '时间', render: (_none, row) => momentText(row.at) },
        { title: '何人', render: (_none, row) => row.byName ?? '—' },
        { title: '想办的事', render: (_none, { details }) => commandName(details) },
        { title: '为何被拒', dataIndex: 'because' },
        {
          title: '党组织',
          render: (_none, { details }) =>
            details['organizationId'] ? <OrganizationName organizationId={details['organizationId']} /> : '—',
        },
      ]}
    />
  );
}
