import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, Empty, Form, Input, Radio, Segmented, Space, type TableProps } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { thisYear } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { ConfirmedTag } from '../../parts/confirmed-tag.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText, orDash } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';
import { GroupedPeople, type Group } from './grouped-people.js';
import { Repetition } from './repetition.js';
import { Side } from '../../parts/side.js';

type Row = RowOf<'/api/participation-analyses/{year}'>;

const periods = { FIRST_HALF: '上半年', YEAR: '全年' } as const;
type Period = keyof typeof periods;
const periodOptions = (Object.keys(periods) as Period[]).map((value) => ({ value, label: periods[value] }));

function Prepare({ year, within }: { readonly year: number; readonly within: string | undefined }) {
  return (
    <CommandButton<
      '/api/organizations/{organizationId}/participation-analyses',
      { readonly organizationId: string; readonly period: Period }
    >
      type="primary"
      title="汇总参与情况"
      path="/api/organizations/{organizationId}/participation-analyses"
      initial={{ ...(within ? { organizationId: within } : {}), period: year < thisYear() ? 'YEAR' : 'FIRST_HALF' }}
      given={({ organizationId, period }) => ({ path: { organizationId }, body: { year, period } })}
    >
      <Form.Item name="organizationId" label="党组织" rules={[{ required: true, message: '请选取党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <Form.Item name="period" label="分析期">
        <Radio.Group options={periodOptions} />
      </Form.Item>
    </CommandButton>
  );
}

function Sign({ row }: { readonly row: Row }) {
  const { organizationId, year, period } = row;
  return (
    <CommandButton<
      '/api/organizations/{organizationId}/participation-analysis-signatures',
      { readonly conclusion: string }
    >
      title="签署汇总分析"
      label="签署"
      okText="签署"
      path="/api/organizations/{organizationId}/participation-analysis-signatures"
      given={({ conclusion }) => ({ path: { organizationId }, body: { year, period, conclusion } })}
    >
      <Alert
        type="info"
        showIcon
        title={`在册 ${row.volunteers} 人，参加 ${row.participants} 人，没有时长 ${row.withoutMinutes} 人，合计 ${minutesText(row.serviceMinutes)}。签署后数字不再更改。`}
      />
      <Form.Item name="conclusion" label="分析结论" rules={[{ required: true, message: '请写明分析结论' }]}>
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
    </CommandButton>
  );
}

/** Who stands behind each figure, as the ledger knows it today. */
function Detail({ row, onClose }: { readonly row: Row | undefined; readonly onClose: () => void }) {
  const [group, setGroup] = useState<Group>('ALL');
  const groups: readonly [Group, string][] = row
    ? [
        ['ALL', `全部 ${row.volunteers}`],
        ['PARTICIPANTS', `参加 ${row.participants}`],
        ['WITHOUT_MINUTES', `没有时长 ${row.withoutMinutes}`],
        ['REACHED', `达到 ${orDash(row.reached)}`],
        ['BEHIND', '未达到'],
        ['EXEMPTED', `免除 ${row.exempted}`],
      ]
    : [];
  return (
    <Side open={row !== undefined} onClose={onClose} title="汇总分析明细" size={760} destroyOnHidden>
      {row && (
        <div className="stack">
          <div>
            合计 {minutesText(row.serviceMinutes)}，其中本人申报 {minutesText(row.declaredMinutes)}、逾期登记{' '}
            {minutesText(row.lateMinutes)}；{row.entries} 条记录，{row.teams} 支服务队，{row.activities} 次活动
          </div>
          {row.conclusion && <Alert type="info" title="签署的结论" description={row.conclusion} />}
          <Repetition
            asked={{ kind: 'analysis', organizationId: row.organizationId, year: row.year, period: row.period }}
          />
          <Segmented<Group>
            aria-label="哪一项数字"
            value={group}
            onChange={setGroup}
            options={groups.map(([value, label]) => ({ value, label }))}
          />
          <GroupedPeople
            key={group}
            organizationId={row.organizationId}
            year={row.year}
            period={row.period}
            group={group}
          />
        </div>
      )}
    </Side>
  );
}

/** Half-year and year: figures from the ledger, a conclusion signed by a person (汇总分析). */
export default function Analyses() {
  const mayPrepare = useMay('PrepareParticipationAnalysis');
  const maySign = useMay('SignParticipationAnalysis');
  const filters = useFilters<{ within: string; year: string }>(['within', 'year']);
  const [shown, setShown] = useState<Row | undefined>();
  const { within } = filters.values;
  const year = Number(filters.values.year ?? thisYear());
  const { page, pageSize } = filters.asked;
  const answer = api.useQuery(
    'get',
    '/api/participation-analyses/{year}',
    { params: { path: { year }, query: { page, pageSize, ...(within ? { within } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Row>['columns'] = [
    { title: '党组织', render: (_none, row) => <OrganizationName organizationId={row.organizationId} /> },
    { title: '分析期', render: (_none, row) => periods[row.period] },
    { title: '在册', dataIndex: 'volunteers', className: 'number' },
    { title: '参加', dataIndex: 'participants', className: 'number' },
    { title: '没有时长', dataIndex: 'withoutMinutes', className: 'number' },
    { title: '达到要求', className: 'number', render: (_none, row) => orDash(row.reached) },
    { title: '合计', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
    { title: '签署', render: (_none, row) => <ConfirmedTag on={row.signedOn} waiting="待签署" /> },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, row) => (
        <Space>
          <Button size="small" onClick={() => setShown(row)}>
            明细
          </Button>
          {maySign && row.signedOn === null && <Sign row={row} />}
        </Space>
      ),
    },
  ];
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="toolbar">
        <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
        <div className="toolbar-right">
          {mayPrepare && <Prepare key={`${within} ${year}`} year={year} within={within} />}
        </div>
      </div>
      <List<Row>
        rowKey={(row) => `${row.organizationId} ${row.period}`}
        columns={columns}
        answer={answer}
        turning={filters}
        empty={
          <Empty
            description={
              mayPrepare
                ? `${year} 年还没有汇总分析。半年或全年结束后，点右上“汇总参与情况”，写明结论并签署`
                : `${year} 年还没有汇总分析；由支部书记或党办汇总后显示在这里`
            }
          />
        }
      />
      <Detail row={shown} onClose={() => setShown(undefined)} />
    </TreePage>
  );
}
