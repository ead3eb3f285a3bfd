import { Alert, Card, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { CommandButton } from '../../parts/command-form.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { ShortPages, shortPageSize } from './short-pages.js';

type Open = RowOf<'/api/volunteers/{volunteerId}/open-sessions'>;

function placesText({ capacity, freePlaces, signedUp, waiting }: Open): string {
  if (capacity === null) return `已报 ${signedUp} 人，不限人数`;
  if (freePlaces) return `还有 ${freePlaces} 个名额`;
  return `${capacity} 个名额已满，候补 ${waiting} 人`;
}

const whenOf = ({ heldOn, startsAt, endsAt }: Open): string => `${heldOn} ${startsAt}—${endsAt}`;

/** What is said before one signs up; nothing of it forbids. */
function Warnings({ session: { missingSkills, isDangerous } }: { readonly session: Open }) {
  return (
    <>
      {missingSkills.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`活动需要的特长“${missingSkills.join('、')}”，您的登记表上没有`}
          description="仍可以报名；有这项特长的，请告诉记录员补登。"
        />
      )}
      {isDangerous && <Alert type="warning" showIcon title="本活动有人身危险，组织单位须为参加者办理保险" />}
    </>
  );
}

function Act({ volunteerId, session }: { readonly volunteerId: string; readonly session: Open }) {
  const { activityId, sessionId, ownState, freePlaces, title, place } = session;
  const path = { activityId, sessionId };
  if (ownState !== null)
    return (
      <CommandButton<'/api/activities/{activityId}/sessions/{sessionId}/sign-ups/{volunteerId}/cancellation', object>
        title="取消报名"
        path="/api/activities/{activityId}/sessions/{sessionId}/sign-ups/{volunteerId}/cancellation"
        given={() => ({ path: { ...path, volunteerId }, body: {} })}
        okText="不去了"
        isDangerous
      >
        <p>
          {title}，{whenOf(session)}。空出的名额由候补的人递补。
        </p>
      </CommandButton>
    );
  const act = freePlaces === 0 ? '候补' : '报名';
  return (
    <CommandButton<'/api/activities/{activityId}/sessions/{sessionId}/sign-ups', object>
      type="primary"
      title={act}
      path="/api/activities/{activityId}/sessions/{sessionId}/sign-ups"
      given={() => ({ path, body: { volunteerId } })}
      okText={`确认${act}`}
    >
      <p>
        {title}，{whenOf(session)}，{place}
      </p>
      <Warnings session={session} />
    </CommandButton>
  );
}

/** Announced sessions that a volunteer can sign up for, readable on a phone. */
export function OpenSessions({ volunteerId }: { readonly volunteerId: string }) {
  const [page, setPage] = useState(1);
  const { data, error } = api.useQuery('get', '/api/volunteers/{volunteerId}/open-sessions', {
    params: { path: { volunteerId }, query: { page, pageSize: shortPageSize } },
  });
  return (
    <Card size="small" title="可以报名的活动">
      <ProblemAlert error={error} />
      {data?.total === 0 && '眼下没有可以报名的活动。本队或单位预告了场次，会列在这里。'}
      <ul className="sheet">
        {data?.items.map((session) => (
          <li key={session.sessionId} className="sheet-line">
            <div>
              <strong>{session.title}</strong> {session.ownState === 'signed_up' && <Tag color="green">已报名</Tag>}
              {session.ownState === 'waiting' && <Tag color="gold">候补中</Tag>}
              {session.requiredDay !== null && <Tag color="red">规定服务日</Tag>}
              <div>
                {whenOf(session)}，{session.place}
              </div>
              <div className="quiet">
                {session.organizationName ?? ''} {placesText(session)}
                {session.missingSkills.length > 0 && `；需要特长：${session.neededSkills.join('、')}`}
              </div>
            </div>
            <Space>
              <Act volunteerId={volunteerId} session={session} />
            </Space>
          </li>
        ))}
      </ul>
      <ShortPages page={page} total={data?.total} onTurn={setPage} />
    </Card>
  );
}
