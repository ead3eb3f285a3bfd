import { Alert, Card, QRCode, Statistic } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../api/client.js';
import { checkInLink } from './check-in-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';

/** The code on the leader's screen; a new one is asked for when this one is over. */
export default function CheckInCode() {
  const { activityId = '', sessionId = '' } = useParams();
  const { data, error } = api.useQuery(
    'get',
    '/api/activities/{activityId}/sessions/{sessionId}/check-in-code',
    { params: { path: { activityId, sessionId } } },
    {
      staleTime: 0,
      gcTime: 0,
      refetchInterval: ({ state }) => Math.max(1_000, (state.data?.changesAt ?? 0) - Date.now()),
    },
  );
  const activity = api.useQuery('get', '/api/activities/{activityId}', { params: { path: { activityId } } });
  if (error) return <ProblemAlert error={error} />;
  return (
    <Card style={{ maxWidth: 480, textAlign: 'center' }}>
      {data && activity.data && (
        <div className="stack" style={{ alignItems: 'center' }}>
          <QRCode
            value={checkInLink({
              origin: location.origin,
              ...{ activityId, sessionId, code: data.code, title: activity.data.title },
              teamIds: activity.data.teams.map(({ teamId }) => teamId),
            })}
            size={340}
            type="svg"
            errorLevel="L"
            aria-label="现场签到码"
          />
          <Statistic.Timer type="countdown" title="下一个码" value={data.changesAt} format="s 秒" />
          <Alert
            type="info"
            showIcon
            title="队员用手机扫码，登录后按“签到”，结束时再扫一次按“签退”。只对本场有效，每半分钟更换；拍照转发的过期即无效。"
          />
        </div>
      )}
    </Card>
  );
}
