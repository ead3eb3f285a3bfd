import { Space } from 'antd';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { StateTag } from '../../parts/state-tag.js';
import type { Recorded } from './use-sheet.js';

const path = '/api/activities/{activityId}/sessions/{sessionId}/attendances/{volunteerId}/withdrawal';

/** A line that stands. Until a second person confirmed it, it is taken back; afterwards it is corrected where the hours are. */
export function AlreadyRecorded({ recorded, name }: { readonly recorded: Recorded; readonly name: string }) {
  const mayWithdraw = useMay('WithdrawAttendance');
  const { activityId, sessionId, volunteerId, state } = recorded;
  return (
    <Space wrap>
      <span>已登记</span>
      <StateTag state={state} />
      {mayWithdraw && state === 'recorded' && (
        <CommandButton<typeof path, { readonly reason: string }>
          title={`撤回${name}的签到`}
          label="撤回"
          okText="撤回"
          isDangerous
          path={path}
          given={({ reason }) => ({ path: { activityId, sessionId, volunteerId }, body: { reason } })}
        >
          <p>
            撤回后不计时长，记录和原因都留在台账里；确实到场的，可以重新登记。已经确认的不能撤回，在时长账户里更正。
          </p>
          <ReasonItem word="原因" />
        </CommandButton>
      )}
    </Space>
  );
}
