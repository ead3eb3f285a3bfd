import { Descriptions } from 'antd';
import { provenance } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, minutesText } from '../../parts/words.js';
import type { Entry } from './item.js';

const pageSizeMax = 200;

/** The entry that has the minutes now: without it nobody can say which of the two stands. */
export function Overlapped({ entry: { volunteerId, year, conflictsWith } }: { readonly entry: Entry }) {
  const path = { volunteerId, year };
  const { data, error } = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}/years/{year}/entries',
    { params: { path, query: { pageSize: pageSizeMax } } },
    { enabled: conflictsWith !== null },
  );
  const other = data?.items.find(({ entryId }) => entryId === conflictsWith);
  if (!other) return <ProblemAlert error={error} />;
  return (
    <Descriptions
      title="与之重叠、已计入的记录"
      column={1}
      size="small"
      bordered
      items={[
        { key: 'state', label: '状态', children: <StateTag state={other.state} /> },
        { key: 'activity', label: '活动', children: other.activityTitle ?? '个人登记的服务' },
        { key: 'day', label: '服务日期', children: `${other.servedOn} ${other.startsAt}—${other.endsAt}` },
        { key: 'minutes', label: '时长', children: minutesText(other.serviceMinutes) },
        { key: 'provenance', label: '来源等级', children: codeName(provenance, other.provenance) },
        { key: 'recorded', label: '登记日期', children: other.recordedOn },
      ]}
    />
  );
}
