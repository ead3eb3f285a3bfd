import { Alert, Card, Steps } from 'antd';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { eventName } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { StateTag } from '../../parts/state-tag.js';

type Item = AnswerOf<'/api/volunteers/{volunteerId}/history'>['items'][number];

/** Events that an application goes through, and how a step of it looks. */
const stepStatus: Readonly<Record<string, 'finish' | 'error'>> = {
  ApplicationSubmitted: 'finish',
  ApplicationReturned: 'error',
  ApplicationDeclined: 'error',
  ApplicationApproved: 'finish',
  VolunteerEnrolled: 'finish',
};

const next: Readonly<Record<string, string>> = {
  APPLIED: '等待党支部审核',
  RETURNED: '请按下面的原因补充，交给记录员或登录后再提交',
  DECLINED: '没有通过；有疑问的，向所在党支部提出',
  APPROVED: '已通过，等待登记造册',
  ENROLLED: '已登记造册',
};

const reasonOf = ({ fields }: Item): string | undefined =>
  typeof fields['reason'] === 'string' ? `原因：${fields['reason']}` : undefined;

/** How the own application stands: every step with its day, and why where it was sent back or not granted. */
export function OwnApplication({ volunteerId }: { readonly volunteerId: string }) {
  const path = { volunteerId };
  const person = api.useQuery('get', '/api/volunteers/{volunteerId}', { params: { path } });
  const history = api.useQuery('get', '/api/volunteers/{volunteerId}/history', { params: { path } });
  const items = (history.data?.items ?? []).filter(({ type }) => type in stepStatus);
  const status = person.data?.status ?? null;
  return (
    <Card size="small" title="我的报名" extra={<StateTag state={status} />} loading={history.isPending}>
      <ProblemAlert error={history.error} />
      {status !== null && next[status] && (
        <Alert
          type={status === 'RETURNED' || status === 'DECLINED' ? 'warning' : 'info'}
          showIcon
          title={next[status]}
        />
      )}
      <Steps
        orientation="vertical"
        size="small"
        style={{ marginTop: 12 }}
        items={items.map((item) => ({
          title: eventName(item.type),
          subTitle: item.day ?? item.at.slice(0, 10),
          content: reasonOf(item),
          status: stepStatus[item.type] ?? 'finish',
        }))}
      />
    </Card>
  );
}
