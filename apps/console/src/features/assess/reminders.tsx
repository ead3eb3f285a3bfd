import { keepPreviousData } from '@tanstack/react-query';
import { Alert, DatePicker, Empty, Form, Input, Segmented, Select, Switch, Tag, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { lastHalf, today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { useFilters } from '../../parts/filters.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';

type Row = RowOf<'/api/reminders/{year}'>;

const talkForms = ['FACE_TO_FACE', 'TELEPHONE', 'HOME_VISIT', 'IN_WRITING'] as const;

interface Typed {
  readonly heldOn: Dayjs;
  readonly talkForm: (typeof talkForms)[number];
  readonly talkedBy: string;
  readonly note?: string;
  readonly reply?: string;
}

function Talk({ row, year, half }: { readonly row: Row; readonly year: number; readonly half: number }) {
  const talkId = useRef(newId());
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/reminder-talks', Typed>
      title={`与${row.name}谈话`}
      label="记录谈话"
      path="/api/volunteers/{volunteerId}/reminder-talks"
      initial={{ heldOn: dayjs(today()), talkForm: 'FACE_TO_FACE' }}
      given={({ heldOn, note, reply, ...typed }) => ({
        path: { volunteerId: row.volunteerId },
        body: {
          ...typed,
          ...(note ? { note } : {}),
          ...(reply ? { reply } : {}),
          ...{ talkId: talkId.current, year, half, heldOn: heldOn.format('YYYY-MM-DD') },
        },
      })}
      onClosed={() => {
        talkId.current = newId();
      }}
    >
      <Form.Item name="heldOn" label="谈话日期" rules={[{ required: true, message: '请填写谈话日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="talkForm" label="谈话方式" rules={[{ required: true }]}>
        <Select options={talkForms.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <Form.Item name="talkedBy" label="谈话人" rules={[{ required: true, message: '请填写谈话人' }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="note" label="谈话内容（可不填）">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="reply" label="本人答复（可不填）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandButton>
  );
}

/** Who might be talked to about a half-year; a person decides, talks and writes it down (提醒教育). */
export default function Reminders() {
  const mayTalk = useMay('RecordReminderTalk');
  const filters = useFilters<{ within: string; year: string; half: string; due: string }>([
    'within',
    'year',
    'half',
    'due',
  ]);
  const { within } = filters.values;
  const ended = lastHalf(today());
  const year = Number(filters.values.year ?? ended.year);
  const half = (filters.values.half ?? ended.half) as '1' | '2';
  const isTalkDue = filters.values.due === 'yes';
  const { page, pageSize } = filters.asked;
  const query = { page, pageSize, half, ...(isTalkDue ? { isTalkDue } : {}), ...(within ? { within } : {}) };
  const answer = api.useQuery(
    'get',
    '/api/reminders/{year}',
    { params: { path: { year }, query } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Row>['columns'] = [
    { title: '编号', dataIndex: 'volunteerNumber' },
    { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
    { title: '半年时长', className: 'number', render: (_none, row) => minutesText(row.minutesOfHalf) },
    { title: '本年累计', className: 'number', render: (_none, row) => minutesText(row.minutesOfYear) },
    {
      title: '列入原因',
      render: (_none, { because }) => (because === 'NO_MINUTES' ? '半年没有时长' : '低于半年应达到的时长'),
    },
    {
      title: '谈话',
      render: (_none, { talkedOn }) => (talkedOn ? <Tag color="green">{talkedOn} 已谈</Tag> : '还没有'),
    },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, row) => mayTalk && <Talk row={row} year={year} half={Number(half)} />,
    },
  ];
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="stack">
        <Alert type="info" showIcon title="供考虑的名单，不是结论：是否谈话由人决定，谈过再记录；免除要求的不在内。" />
        <div className="toolbar">
          <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
          <Segmented
            aria-label="半年"
            value={half}
            onChange={(chosen) => filters.set({ half: chosen })}
            options={[
              { value: '1', label: '上半年' },
              { value: '2', label: '下半年' },
            ]}
          />
          <Switch
            aria-label="只看还没有谈话的"
            checked={isTalkDue}
            onChange={(on) => filters.set({ due: on ? 'yes' : undefined })}
          />
          只看还没有谈话的
        </div>
        <List<Row>
          rowKey="volunteerId"
          columns={columns}
          answer={answer}
          turning={filters}
          empty={<Empty description="这半年没有需要考虑提醒的人；可换一个半年，或到“时长落后”看全年进度" />}
        />
      </div>
    </TreePage>
  );
}
