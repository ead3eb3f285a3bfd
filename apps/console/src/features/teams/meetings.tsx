import { Empty, Form, Input, InputNumber, Space, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { DayItem, dayOf } from '../../parts/items.js';
import { LongText } from './long-text.js';
import type { OfTeamYear } from './of-team.js';

interface Meeting {
  readonly heldOn: Dayjs;
  readonly attendees: number;
  readonly summary: string;
}

const quarters = ['一', '二', '三', '四'] as const;
const quarterOf = (day: Dayjs): number => Math.floor(day.month() / 3) + 1;

function Record({ teamId }: { readonly teamId: string }) {
  const meetingId = useRef(newId());
  return (
    <CommandButton<'/api/teams/{teamId}/quarterly-meetings', Meeting>
      type="primary"
      title="登记例会"
      path="/api/teams/{teamId}/quarterly-meetings"
      initial={{ heldOn: dayjs(today()) }}
      given={({ heldOn, attendees, summary }) => ({
        path: { teamId },
        body: {
          ...{ meetingId: meetingId.current, heldOn: dayOf(heldOn), attendees, summary },
          // The day says both.
          ...{ year: heldOn.year(), quarter: quarterOf(heldOn) },
        },
      })}
      onClosed={() => {
        meetingId.current = newId();
      }}
    >
      <DayItem name="heldOn" label="开会日期" />
      <Form.Item name="attendees" label="到会人数" rules={[{ required: true, message: '请填写到会人数' }]}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item
        name="summary"
        label="会议纪要"
        extra="写明交流的情况、研究部署的工作、协调配合的事项、宣传推广的做法和典型。登记后不再更改。"
        rules={[{ required: true, whitespace: true, message: '请填写会议纪要' }]}
      >
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
    </CommandButton>
  );
}

/** 工作例会: one for each quarter. */
export function Meetings({ teamId, year, isOpen }: OfTeamYear & { readonly isOpen: boolean }) {
  const mayRecord = useMay('RecordQuarterlyMeeting');
  const answer = api.useQuery('get', '/api/teams/{teamId}/quarterly-meetings/{year}', {
    params: { path: { teamId, year }, query: { pageSize: 200 } },
  });
  const met = new Set((answer.data?.items ?? []).map(({ quarter }) => quarter));
  return (
    <>
      <div className="toolbar">
        <Space wrap>
          {quarters.map((word, index) => {
            const isMet = met.has(index + 1);
            return (
              <Tag key={word} color={isMet ? 'green' : 'default'}>{`${word}季度 ${isMet ? '已开' : '未登记'}`}</Tag>
            );
          })}
        </Space>
        <div className="toolbar-right">{mayRecord && isOpen && <Record teamId={teamId} />}</div>
      </div>
      <List<RowOf<'/api/teams/{teamId}/quarterly-meetings/{year}'>>
        rowKey="meetingId"
        size="small"
        answer={answer}
        columns={[
          { title: '季度', render: (_none, { quarter }) => `${quarters[quarter - 1] ?? quarter}季度` },
          { title: '开会日期', dataIndex: 'heldOn' },
          { title: '到会人数', dataIndex: 'attendees', className: 'number' },
          { title: '会议纪要', render: (_none, { summary }) => <LongText text={summary} /> },
          { title: '登记日期', dataIndex: 'recordedOn' },
        ]}
        empty={<Empty description={`${year} 年还没有登记例会。每季度应召开一次工作例会。`} />}
      />
    </>
  );
}
