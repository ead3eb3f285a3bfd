import { Empty, Tag, type TableProps } from 'antd';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { minutesText } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';

type Row = RowOf<'/api/organizations/{organizationId}/participation/{year}'>;
type Query = QueryOf<'/api/organizations/{organizationId}/participation/{year}'>;
export type Group = Query['group'];

const columns: TableProps<Row>['columns'] = [
  { title: '编号', dataIndex: 'volunteerNumber' },
  { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
  { title: '时长', className: 'number', render: (_none, { serviceMinutes }) => minutesText(serviceMinutes) },
  { title: '', render: (_none, { isExempted }) => isExempted && <Tag>免除要求</Tag> },
];

interface Props extends Pick<Query, 'period' | 'group'> {
  readonly organizationId: string;
  readonly year: number;
}

/** The people behind a figure of an analysis or of an organization's review, fewest minutes first. */
export function GroupedPeople({ organizationId, year, period, group }: Props) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/organizations/{organizationId}/participation/{year}', {
    params: { path: { organizationId, year }, query: { period, group, ...turning.asked } },
  });
  return (
    <List<Row>
      rowKey="volunteerId"
      size="small"
      columns={columns}
      answer={answer}
      turning={turning}
      empty={<Empty description="这一项没有人，请看别的数字" />}
    />
  );
}
