import { Alert, Button, Card, Empty, Statistic } from 'antd';
import { Link } from 'react-router';
import { roleNames } from '#libs/access/actor';
import { readingRoles } from '#libs/access/permissions';
import { api } from '../../api/client.js';
import { useIsOpen, useOpenPages } from '../../frame/open-pages.js';
import { rolesOf, useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { Deadlines } from './deadlines.js';
import { OpenSessions } from './open-sessions.js';
import { OwnApplication } from './own-application.js';
import { OwnNotices } from './own-notices.js';
import { OwnYear } from './own-year.js';
import { PaceSummary } from './pace-summary.js';
import { Pace } from './pace.js';

interface Waiting {
  readonly title: string;
  readonly count: number | undefined;
  readonly note?: string;
  readonly to: string;
}

function useWaiting(): readonly Waiting[] {
  const one = { params: { query: { pageSize: 1 } } };
  const applications = api.useQuery('get', '/api/volunteers/applications/count');
  const recorded = api.useQuery('get', '/api/hours/waiting', { params: { query: { pageSize: 1, state: 'recorded' } } });
  const held = api.useQuery('get', '/api/hours/waiting', { params: { query: { pageSize: 1, state: 'held' } } });
  const conflicted = api.useQuery('get', '/api/hours/waiting', {
    params: { query: { pageSize: 1, state: 'conflicted' } },
  });
  const disputes = api.useQuery('get', '/api/hours/dispute-counts');
  const behind = api.useQuery('get', '/api/shortfall', one);
  const transfers = api.useQuery('get', '/api/affiliation-transfers', {
    params: { query: { state: 'SENT', pageSize: 1 } },
  });
  const stars = api.useQuery('get', '/api/star-board', { params: { query: { isUndecided: true, pageSize: 1 } } });
  const approved = api.useQuery('get', '/api/volunteers', { params: { query: { status: 'APPROVED', pageSize: 1 } } });
  const asked = api.useQuery('get', '/api/privacy-requests', { params: { query: { status: 'FILED', pageSize: 1 } } });
  const batches = api.useQuery('get', '/api/imports/waiting', one);
  const since = applications.data?.longestWaitingSince;
  return [
    {
      title: '待审核的报名',
      count: applications.data?.submitted,
      note: since ? `最早的自 ${since} 起等待` : undefined,
      to: '/review',
    },
    { title: '待确认的时长', count: recorded.data?.total, to: '/review' },
    { title: '待确认或批准的导入批次', count: batches.data?.total, to: '/review' },
    { title: '待批准的时长', count: held.data?.total, to: '/review' },
    { title: '时间重叠', count: conflicted.data?.total, to: '/review' },
    {
      title: '待答复的异议',
      count: disputes.data?.open,
      note: disputes.data?.overdue ? `其中逾期 ${disputes.data.overdue} 件` : undefined,
      to: '/review',
    },
    { title: '待登记造册', count: approved.data?.total, to: '/review' },
    { title: '待办理的个人信息申请', count: asked.data?.total, to: '/review' },
    { title: '待接收的转接', count: transfers.data?.total, to: '/review' },
    { title: '待认定的星级', count: stars.data?.total, to: '/review' },
    { title: '年度时长未达标', count: behind.data?.total, note: '还来得及', to: '/shortfall' },
  ];
}

/** What waits for somebody with a reading role, with the way to it. */
function Desk() {
  const waiting = useWaiting();
  const mayReview = useIsOpen('/review');
  return (
    <>
      <Card size="small" title="等待办理">
        <div className="cards">
          {waiting.map(({ title, count, note, to }) => (
            <Card size="small" key={title}>
              <Statistic title={title} value={count ?? 0} suffix="件" loading={count === undefined} />
              <div style={{ minHeight: 22, color: '#595959' }}>{note}</div>
              {mayReview && (count ?? 0) > 0 && <Link to={to}>去办理</Link>}
            </Card>
          ))}
        </div>
      </Card>
      <Deadlines />
      <PaceSummary />
      <Pace />
    </>
  );
}

function Links() {
  const open = useOpenPages().filter(({ path }) => path !== '/');
  return (
    <Card size="small" title="可以办理">
      {open.length === 0 ? (
        <Empty />
      ) : (
        <div className="toolbar" style={{ marginBottom: 0 }}>
          {open.map(({ path, title }) => (
            <Link key={path} to={path}>
              <Button>{title}</Button>
            </Link>
          ))}
        </div>
      )}
    </Card>
  );
}

/** The first page of everybody: what waits, how the year stands, what can be done. */
export default function Workbench() {
  const me = useMe();
  const held = rolesOf(me);
  if (held.length === 0) return <Alert type="info" showIcon title="您还没有角色，请联系系统管理员授予。" />;
  const isReader = held.some((role) => readingRoles.includes(role));
  return (
    <div className="stack">
      <div>
        {me.displayName}，今天是 {today()}。您的角色：{held.map((role) => roleNames[role]).join('、')}。
      </div>
      {isReader && <Desk />}
      {held.includes('VOLUNTEER') && me.volunteerId && (
        <>
          <OwnYear volunteerId={me.volunteerId} />
          <OpenSessions volunteerId={me.volunteerId} />
          <OwnNotices volunteerId={me.volunteerId} />
          <OwnApplication volunteerId={me.volunteerId} />
        </>
      )}
      <Links />
    </div>
  );
}
