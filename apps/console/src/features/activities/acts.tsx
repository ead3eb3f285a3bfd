import { Form, Input, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { DayItem, dayOf, fromToday } from '../../parts/items.js';
import { ReasonItem } from '../../parts/reason-item.js';

export type ActivityInFull = AnswerOf<'/api/activities/{activityId}'>;
interface Props {
  readonly activity: ActivityInFull;
}

interface Changed {
  readonly place?: string;
  readonly responsiblePerson?: string;
  readonly reason: string;
}

/** Another place or leader before it is held; what stays as it was is not sent. */
function ChangeButton({ activity: { activityId, place, responsiblePerson } }: Props) {
  return (
    <CommandButton<'/api/activities/{activityId}/change', Changed>
      title="变更地点或负责人"
      okText="变更"
      path="/api/activities/{activityId}/change"
      initial={{ place, responsiblePerson }}
      given={(typed) => ({
        path: { activityId },
        body: {
          reason: typed.reason,
          ...(typed.place && typed.place !== place ? { place: typed.place } : {}),
          ...(typed.responsiblePerson && typed.responsiblePerson !== responsiblePerson
            ? { responsiblePerson: typed.responsiblePerson }
            : {}),
        },
      })}
    >
      <p>报名和候补的人会逐人收到通知。已有场次举办的活动不能变更。</p>
      <Form.Item name="place" label="地点">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="responsiblePerson" label="负责人">
        <Input maxLength={100} />
      </Form.Item>
      <ReasonItem word="原因" isSeen />
    </CommandButton>
  );
}

/** How many have a place or wait in sessions that were not held: they are told. */
function useWaiting(activityId: string) {
  const { data } = api.useQuery('get', '/api/activities/{activityId}/sign-ups', { params: { path: { activityId } } });
  const ahead = (data?.items ?? []).filter(({ isHeld }) => !isHeld);
  return {
    sessions: ahead.length,
    signedUp: ahead.reduce((sum, one) => sum + one.signedUp, 0),
    waiting: ahead.reduce((sum, one) => sum + one.waiting, 0),
  };
}

/** F-33: rained off or given up. Nothing of it counts, and whoever meant to come is told. */
function CancelButton({ activity: { activityId, unattested } }: Props) {
  const { sessions, signedUp, waiting } = useWaiting(activityId);
  return (
    <CommandButton<'/api/activities/{activityId}/cancellation', { readonly reason: string }>
      title="取消活动"
      okText="取消这项活动"
      isDangerous
      path="/api/activities/{activityId}/cancellation"
      given={({ reason }) => ({ path: { activityId }, body: { reason } })}
    >
      <p>
        {signedUp + waiting > 0
          ? `预告的 ${sessions} 场不再举办：报名的 ${signedUp} 人次、候补的 ${waiting} 人次会逐人收到通知，并看到下面的原因。`
          : '还没有人报名，不必通知谁。'}
      </p>
      {unattested > 0 && <p>待确认的签到 {unattested} 条不再计入。</p>}
      <p>取消以后不能恢复，也不能再登记场次、签到和佐证；已有确认时长的活动不能取消。</p>
      <ReasonItem word="原因" isSeen />
    </CommandButton>
  );
}

interface Insured {
  readonly insuredOn: Dayjs;
  readonly insuranceReference: string;
  readonly insurer?: string;
}

/** Before anybody is in danger (regulation on volunteering, art. 17). */
function InsureButton({ activity: { activityId } }: Props) {
  return (
    <CommandButton<'/api/activities/{activityId}/insurance', Insured>
      type="primary"
      title="登记保险"
      okText="登记"
      path="/api/activities/{activityId}/insurance"
      initial={fromToday('insuredOn')}
      given={({ insuredOn, insuranceReference, insurer }) => ({
        path: { activityId },
        body: { insuredOn: dayOf(insuredOn), insuranceReference, ...(insurer ? { insurer } : {}) },
      })}
    >
      <p>本活动可能有人身危险，须先为志愿者投保人身意外伤害保险，再开展活动（《志愿服务条例》第十七条）。</p>
      <DayItem name="insuredOn" label="投保日期" />
      <Form.Item name="insuranceReference" label="保单号" rules={[{ required: true, message: '请填写保单号' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="insurer" label="保险公司">
        <Input maxLength={100} />
      </Form.Item>
    </CommandButton>
  );
}

/** What can be done with the activity as a whole; nothing once it is cancelled. */
export function ActivityActs({ activity }: Props) {
  const mayInsure = useMay('InsureActivity');
  const mayChange = useMay('ChangeActivity');
  const mayCancel = useMay('CancelActivity');
  if (activity.cancelledOn !== null) return null;
  return (
    <Space wrap>
      {mayInsure && activity.isDangerous && activity.insuredOn === null && <InsureButton activity={activity} />}
      {mayChange && activity.held.length === 0 && <ChangeButton activity={activity} />}
      {mayCancel && <CancelButton activity={activity} />}
    </Space>
  );
}
