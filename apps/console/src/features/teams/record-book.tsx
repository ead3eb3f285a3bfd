import { Empty } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { Figure } from '../../parts/figure.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTurning } from '../../parts/turning.js';
import { minutesText } from '../../parts/words.js';
import { LongText } from './long-text.js';
import type { OfTeamYear } from './of-team.js';

type Held = RowOf<'/api/teams/{teamId}/years/{year}/record-book'>;
type Entry = RowOf<'/api/teams/{teamId}/years/{year}/record-book/entries'>;

/** Whose minutes make up a line of the book. */
function Entries({ teamId, year, activityId }: OfTeamYear & { readonly activityId: string }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/teams/{teamId}/years/{year}/record-book/entries', {
    params: { path: { teamId, year }, query: { ...turning.asked, activityId } },
  });
  return (
    <List<Entry>
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
        { title: '计入时长', className: 'number', render: (_none, row) => minutesText(row.countedMinutes) },
        { title: '状态', render: (_none, row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}

/** 活动记录册: what the team held in the year, in the order of the days. */
export function RecordBook({ teamId, year }: OfTeamYear) {
  const turning = useTurning(50);
  const answer = api.useQuery('get', '/api/teams/{teamId}/years/{year}/record-book', {
    params: { path: { teamId, year }, query: turning.asked },
  });
  return (
    <List<Held>
      rowKey="activityId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        {
          title: '日期',
          render: (_none, { firstHeldOn, lastHeldOn }) =>
            firstHeldOn === lastHeldOn ? firstHeldOn : `${firstHeldOn}—${lastHeldOn}`,
        },
        {
          title: '活动',
          render: (_none, { activityId, title }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
        },
        { title: '地点', dataIndex: 'place' },
        { title: '内容', render: (_none, { content }) => <LongText text={content} /> },
        { title: '负责人', dataIndex: 'responsiblePerson' },
        {
          title: '参加人数',
          className: 'number',
          render: (_none, { activityId, title, participants }) => (
            <Figure shown={participants} title={`${title}：本队参加人员`}>
              <Entries {...{ teamId, year, activityId }} />
            </Figure>
          ),
        },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
      ]}
      empty={<Empty description={`${year} 年本队还没有举办过活动`} />}
    />
  );
}
