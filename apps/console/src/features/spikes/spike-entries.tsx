import { Link } from 'react-router';
import { provenance } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { useTurning } from '../../parts/turning.js';
import { codeName, minutesText } from '../../parts/words.js';

export interface SpikeOf {
  readonly year: number;
  /** Where a half-year and a year are counted. */
  readonly month: '6' | '12';
  readonly within?: string;
}

interface Props {
  readonly of: SpikeOf;
  /** One day of the month; undefined for its last ten. */
  readonly day?: string;
}

/** The entries that count on a day, or on the last ten. */
export function SpikeEntries({ of: { year, ...slice }, day }: Props) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/spikes/{year}/entries', {
    params: { path: { year }, query: { ...turning.asked, ...slice, ...(day ? { day } : {}) } },
  });
  return (
    <List<RowOf<'/api/spikes/{year}/entries'>>
      rowKey="entryId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '日期', dataIndex: 'servedOn' },
        {
          title: '姓名',
          render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.volunteerName} />,
        },
        {
          title: '活动',
          render: (_none, row) => (row.activityId ? <Link to={`/activities/${row.activityId}`}>活动情况</Link> : '—'),
        },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
        { title: '来源等级', render: (_none, row) => codeName(provenance, row.provenance) },
      ]}
    />
  );
}
