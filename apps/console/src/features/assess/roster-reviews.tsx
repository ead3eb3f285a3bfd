import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Empty, Form, Input, Radio, Space, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { thisYear, today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { ConfirmedTag } from '../../parts/confirmed-tag.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { TreePage } from '../../parts/tree-page.js';
import { YearSelect } from '../../parts/year-select.js';
import { Movements } from './movements.js';
import { Repetition } from './repetition.js';

export type RosterReview = RowOf<'/api/roster-reviews/{year}'>;

interface Typed {
  readonly organizationId: string;
  readonly half: number;
  readonly days: readonly [Dayjs, Dayjs];
}

const halves = [
  { value: 1, label: '第 1 次（一月）' },
  { value: 2, label: '第 2 次（七月）' },
];

function Prepare({ year, within }: { readonly year: number; readonly within: string | undefined }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/roster-reviews', Typed>
      type="primary"
      title="汇总变动"
      path="/api/organizations/{organizationId}/roster-reviews"
      initial={{
        ...(within ? { organizationId: within } : {}),
        half: Number(today().slice(5, 7)) < 7 ? 1 : 2,
        days: [dayjs(today()).subtract(6, 'month'), dayjs(today())],
      }}
      given={({ organizationId, half, days: [since, until] }) => ({
        path: { organizationId },
        body: { year, half, sinceOn: since.format('YYYY-MM-DD'), untilOn: until.format('YYYY-MM-DD') },
      })}
    >
      <Form.Item name="organizationId" label="党组织" rules={[{ required: true, message: '请选取党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <Form.Item name="half" label="第几次调整">
        <Radio.Group options={halves} />
      </Form.Item>
      <Form.Item
        name="days"
        label="上次核对日期 — 本次核对日期"
        rules={[{ required: true, message: '请填写两个日期' }]}
      >
        <DatePicker.RangePicker />
      </Form.Item>
    </CommandButton>
  );
}

function Confirm({ row }: { readonly row: RosterReview }) {
  const { organizationId, year, half } = row;
  return (
    <CommandButton<'/api/organizations/{organizationId}/roster-review-confirmations', { readonly note?: string }>
      title="确认动态调整"
      label="确认"
      okText="变动属实，确认"
      path="/api/organizations/{organizationId}/roster-review-confirmations"
      given={({ note }) => ({ path: { organizationId }, body: { year, half, ...(note ? { note } : {}) } })}
    >
      <Alert
        type="info"
        showIcon
        title={`在册 ${row.onRoster} 人：新增 ${row.additions}，离开 ${row.leavers}，换队 ${row.teamChanges}，类别变化 ${row.kindChanges}，未变 ${row.unchanged}。确认后不再更改。`}
      />
      <Form.Item name="note" label="说明（可不填）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandButton>
  );
}

/** January and July: who came, left, changed between two days; a person confirms (动态调整). */
export default function RosterReviews() {
  const mayPrepare = useMay('PrepareRosterReview');
  const mayConfirm = useMay('ConfirmRosterReview');
  const filters = useFilters<{ within: string; year: string }>(['within', 'year']);
  const [shown, setShown] = useState<RosterReview | undefined>();
  const { within } = filters.values;
  const year = Number(filters.values.year ?? thisYear());
  const { page, pageSize } = filters.asked;
  const answer = api.useQuery(
    'get',
    '/api/roster-reviews/{year}',
    { params: { path: { year }, query: { page, pageSize, ...(within ? { within } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const figure = (title: string, dataIndex: keyof RosterReview) => ({ title, dataIndex, className: 'number' });
  const columns: TableProps<RosterReview>['columns'] = [
    { title: '党组织', render: (_none, row) => <OrganizationName organizationId={row.organizationId} /> },
    { title: '第几次', dataIndex: 'half', className: 'number' },
    { title: '起止', render: (_none, row) => `${row.sinceOn}—${row.untilOn}` },
    figure('在册', 'onRoster'),
    figure('新增', 'additions'),
    figure('离开', 'leavers'),
    figure('换队', 'teamChanges'),
    figure('类别变化', 'kindChanges'),
    figure('未变', 'unchanged'),
    { title: '确认', render: (_none, row) => <ConfirmedTag on={row.confirmedOn} waiting="待确认" /> },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, row) => (
        <Space>
          <Button size="small" onClick={() => setShown(row)}>
            明细
          </Button>
          {mayConfirm && row.confirmedOn === null && <Confirm row={row} />}
        </Space>
      ),
    },
  ];
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="toolbar">
        <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
        <div className="toolbar-right">{mayPrepare && <Prepare key={within} year={year} within={within} />}</div>
      </div>
      <List<RosterReview>
        rowKey={(row) => `${row.organizationId} ${row.half}`}
        columns={columns}
        answer={answer}
        turning={filters}
        empty={
          <Empty
            description={
              mayPrepare
                ? `${year} 年还没有动态调整。每年一月、七月各一次：点右上“汇总变动”，核对后由人确认`
                : `${year} 年还没有动态调整；由支部书记或党办汇总后显示在这里`
            }
          />
        }
      />
      <Movements review={shown} onClose={() => setShown(undefined)}>
        {shown && (
          <Repetition
            asked={{ kind: 'roster', organizationId: shown.organizationId, year: shown.year, half: shown.half }}
          />
        )}
      </Movements>
    </TreePage>
  );
}
