import { Alert, Button, Card, Space } from 'antd';
import { useRef } from 'react';
import { useLocation, useParams } from 'react-router';
import { api } from '../../api/client.js';
import { useGive } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { useMe } from '../../frame/session.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { readCheckIn } from './check-in-link.js';

const path = '/api/activities/{activityId}/sessions/{sessionId}';

/** Opened by the camera of a volunteer's phone from the code on the leader's screen: here one says that one came, and that one goes. */
export default function CheckIn() {
  const { activityId = '', sessionId = '' } = useParams();
  const { hash } = useLocation();
  const { volunteerId } = useMe();
  const { code, title, teamIds } = readCheckIn(hash);
  const record = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}',
    { params: { path: { volunteerId: volunteerId ?? '' } } },
    { enabled: volunteerId !== null },
  );
  const entryId = useRef(newId());
  const comes = useGive(`${path}/check-ins`, '签到');
  const goes = useGive(`${path}/check-outs`, '签退');
  if (!volunteerId) return <Alert type="error" showIcon title="您的账号没有关联志愿者档案，请联系单位党办" />;
  if (!code) return <Alert type="error" showIcon title="链接不完整，请重新扫描现场签到码" />;
  const teamId = record.data?.memberships.find((one) => teamIds.includes(one.teamId) && one.leftOn === null)?.teamId;
  const ids = { activityId, sessionId };
  const said = { volunteerId, code, deviceTime: new Date().toISOString() };
  return (
    <Card style={{ maxWidth: 480 }} title={title ?? '志愿服务活动'}>
      <div className="stack">
        <ProblemAlert error={comes.error ?? goes.error} />
        {comes.isSuccess && <Alert type="success" showIcon title="已签到。结束时请再扫一次现场码，按“签退”。" />}
        {goes.isSuccess && <Alert type="success" showIcon title="已签退。时长由负责人核对、另一人确认后计入。" />}
        <Space size="large">
          <Button
            type="primary"
            size="large"
            loading={comes.isPending || record.isPending}
            disabled={comes.isSuccess || goes.isSuccess}
            onClick={() =>
              comes.mutate({ path: ids, body: { ...said, entryId: entryId.current, ...(teamId ? { teamId } : {}) } })
            }
          >
            签到
          </Button>
          <Button
            size="large"
            loading={goes.isPending}
            disabled={goes.isSuccess}
            onClick={() => goes.mutate({ path: ids, body: said })}
          >
            签退
          </Button>
        </Space>
        <div className="quiet">现场码半分钟一换；提示过期的，请重新扫描。</div>
      </div>
    </Card>
  );
}
