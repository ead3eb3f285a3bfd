import { Button, Empty, Space, Table } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import { Link } from 'react-router';
import { newId } from '../../api/ids.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { DayAndHours } from '../../parts/day-and-hours.js';
import { dayAndHours, hoursText, type DayAndHoursTyped } from '../../parts/typed-times.js';
import { minutesText } from '../../parts/words.js';
import type { ActivityInFull } from './acts.js';

function HoldButton({ activityId }: { readonly activityId: string }) {
  const sessionId = useRef(newId());
  return (
    <CommandButton<'/api/activities/{activityId}/sessions', DayAndHoursTyped>
      type="primary"
      title="登记场次"
      path="/api/activities/{activityId}/sessions"
      initial={{ heldOn: dayjs(today()) }}
      given={(typed) => ({ path: { activityId }, body: { sessionId: sessionId.current, ...dayAndHours(typed) } })}
      onClosed={() => {
        sessionId.current = newId();
      }}
    >
      <DayAndHours />
    </CommandButton>
  );
}

interface ActsProps {
  readonly activityId: string;
  readonly sessionId: string;
}

function Acts({ activityId, sessionId }: ActsProps) {
  const mayRecord = useMay('RecordAttendance');
  const mayAttest = useMay('AttestAttendance');
  return (
    <Space wrap>
      {mayRecord && (
        <Link to={`/activities/${activityId}/sessions/${sessionId}/attendance`}>
          <Button size="small">登记签到</Button>
        </Link>
      )}
      {mayRecord && (
        <Link to={`/activities/${activityId}/sessions/${sessionId}/code`}>
          <Button size="small">现场签到码</Button>
        </Link>
      )}
      {mayAttest && (
        <CommandButton<'/api/activities/{activityId}/sessions/{sessionId}/attestation', object>
          title="确认签到"
          path="/api/activities/{activityId}/sessions/{sessionId}/attestation"
          given={() => ({ path: { activityId, sessionId }, body: {} })}
          okText="确认"
        >
          <p>确认后，本场全部待确认人员的时长随即记入。登记人不能确认自己登记的签到。</p>
        </CommandButton>
      )}
    </Space>
  );
}

/** What was held, and the sheet of each session; of a cancelled activity nothing is written any more. */
export function Sessions({ activity: { activityId, held, cancelledOn } }: { readonly activity: ActivityInFull }) {
  const mayRecord = useMay('RecordAttendance');
  const isOpen = cancelledOn === null;
  return (
    <>
      <div className="toolbar">{mayRecord && isOpen && <HoldButton activityId={activityId} />}</div>
      <Table<ActivityInFull['held'][number]>
        size="small"
        rowKey="sessionId"
        dataSource={[...held]}
        pagination={false}
        locale={{ emptyText: <Empty description={isOpen ? '还没有场次，请先登记' : '没有举办过'} /> }}
        columns={[
          {
            title: '场次',
            // On a phone, where a leader stands at the door, the acts need the room.
            render: (_none, row) => (
              <>
                {row.heldOn} <span className="entry-time">{hoursText(row)}</span>
              </>
            ),
          },
          { title: '参加人次', dataIndex: 'participants', className: 'number', responsive: ['md'] },
          {
            title: '时长',
            className: 'number',
            responsive: ['md'],
            render: (_none, row) => minutesText(row.serviceMinutes),
          },
          {
            title: '办理',
            render: (_none, { sessionId }) => isOpen && <Acts activityId={activityId} sessionId={sessionId} />,
          },
        ]}
      />
    </>
  );
}
