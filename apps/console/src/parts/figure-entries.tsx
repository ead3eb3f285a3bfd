import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { provenance } from '#libs/reference/ledger-codes';
import { api } from '../api/client.js';
import type { QueryOf, RowOf } from '../api/query.js';
import { List } from './list.js';
import { PersonLink } from './person-link.js';
import { StateTag } from './state-tag.js';
import { useTurning } from './turning.js';
import { codeName, minutesText } from './words.js';

type Slice = Pick<QueryOf<'/api/years/{year}/entries'>, 'volunteerId' | 'teamId' | 'activityId' | 'within'>;

const minutes = {
  title: '时长',
  className: 'number',
  render: (_none: unknown, row: { serviceMinutes: number }) => minutesText(row.serviceMinutes),
};

/** The credited entries of a year whose minutes a sum adds up. */
export function HoursEntries({ year, slice }: { readonly year: number; readonly slice: Slice }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/years/{year}/entries', {
    params: { path: { year }, query: { ...turning.asked, ...slice } },
  });
  return (
    <List<RowOf<'/api/years/{year}/entries'>>
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
          render: (_none, row) =>
            row.activityId ? <Link to={`/activities/${row.activityId}`}>{row.activityTitle ?? '活动'}</Link> : '—',
        },
        minutes,
        { title: '来源', render: (_none, row) => codeName(provenance, row.provenance) },
        { title: '状态', render: (_none, row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}

interface TeamYear {
  readonly teamId: string;
  readonly year: number;
}

/** Who served with a team in a year. */
export function TeamYearMembers({ teamId, year }: TeamYear) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/teams/{teamId}/years/{year}/members', {
    params: { path: { teamId, year }, query: turning.asked },
  });
  return (
    <List<RowOf<'/api/teams/{teamId}/years/{year}/members'>>
      rowKey="volunteerId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
        { title: '活动次数', dataIndex: 'activities', className: 'number' },
        { title: '记录', dataIndex: 'entries', className: 'number' },
        minutes,
      ]}
    />
  );
}

interface TeamYearActivitiesProps extends TeamYear {
  readonly pageSize?: number;
  /** Said where there is none. */
  readonly empty?: ReactNode;
}

/** What a team did in a year, and which of it counts. */
export function TeamYearActivities({ teamId, year, pageSize, empty }: TeamYearActivitiesProps) {
  const turning = useTurning(pageSize);
  const answer = api.useQuery('get', '/api/teams/{teamId}/years/{year}/activities', {
    params: { path: { teamId, year }, query: turning.asked },
  });
  return (
    <List<RowOf<'/api/teams/{teamId}/years/{year}/activities'>>
      rowKey="activityId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '活动', render: (_none, row) => <Link to={`/activities/${row.activityId}`}>{row.title ?? '—'}</Link> },
        { title: '参加人数', dataIndex: 'members', className: 'number' },
        minutes,
        { title: '计入次数', render: (_none, row) => (row.isCounted ? '计入' : '不计入') },
      ]}
      empty={empty}
    />
  );
}

/** Whose attendance of an activity was recorded, session by session. */
export function ActivityAttendances({ activityId }: { readonly activityId: string }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/activities/{activityId}/attendances', {
    params: { path: { activityId }, query: turning.asked },
  });
  return (
    <List<RowOf<'/api/activities/{activityId}/attendances'>>
      rowKey={({ sessionId, volunteerId }) => `${sessionId} ${volunteerId}`}
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '日期', dataIndex: 'servedOn' },
        {
          title: '姓名',
          render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.volunteerName} />,
        },
        minutes,
        { title: '状态', render: (_none, row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}
