import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, Empty, Form, Input, Segmented, Select, Space, type TableProps } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { minutesText, orDash } from '../../parts/words.js';
import type { BoardAsked } from './asked.js';
import { ConclusionTag } from './conclusion-tag.js';
import { conclusionNames, suggestedForUnit } from './conclusions.js';
import { GroupedPeople, type Group } from './grouped-people.js';
import { Repetition } from './repetition.js';
import { Side } from '../../parts/side.js';

type Row = RowOf<'/api/organization-reviews/{year}'>;
type Conclusion = 'TARGETS_MET' | 'TARGETS_NOT_MET' | 'NOT_APPLICABLE';
const conclusions: readonly Conclusion[] = ['TARGETS_MET', 'TARGETS_NOT_MET', 'NOT_APPLICABLE'];

function Prepare({ year, within }: { readonly year: number; readonly within: string | undefined }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/annual-reviews', { readonly organizationId: string }>
      type="primary"
      title="汇总党组织评议"
      path="/api/organizations/{organizationId}/annual-reviews"
      {...(within ? { initial: { organizationId: within } } : {})}
      given={({ organizationId }) => ({ path: { organizationId }, body: { year } })}
    >
      <Form.Item name="organizationId" label="党组织" rules={[{ required: true, message: '请选取党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
    </CommandButton>
  );
}

function Confirm({ row }: { readonly row: Row }) {
  const { organizationId, year } = row;
  const suggestion = suggestedForUnit(row);
  return (
    <CommandButton<
      '/api/organizations/{organizationId}/annual-review-confirmations',
      { readonly conclusion: Conclusion; readonly note?: string }
    >
      title="确认党组织评议"
      label="确认"
      okText="确认结论"
      path="/api/organizations/{organizationId}/annual-review-confirmations"
      initial={{ conclusion: suggestion }}
      given={({ conclusion, note }) => ({
        path: { organizationId },
        body: { year, conclusion, ...(note ? { note } : {}) },
      })}
    >
      <Alert
        type="info"
        showIcon
        title={`${orDash(row.behind)} 人未达到、${row.teamsReached === null ? '—' : row.teams - row.teamsReached} 支队未达到；按数字建议：${conclusionNames[suggestion]}`}
      />
      <Form.Item name="conclusion" label="结论" rules={[{ required: true }]}>
        <Select options={conclusions.map((value) => ({ value, label: conclusionNames[value] }))} />
      </Form.Item>
      <Form.Item name="note" label="说明（可不填）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandButton>
  );
}

const groups: readonly (readonly [Group, string])[] = [
  ['BEHIND', '未达到'],
  ['WITHOUT_MINUTES', '没有时长'],
  ['REACHED', '达到'],
  ['EXEMPTED', '免除'],
  ['ALL', '全部'],
];

function Detail({ row, onClose }: { readonly row: Row | undefined; readonly onClose: () => void }) {
  const [group, setGroup] = useState<Group>('BEHIND');
  return (
    <Side open={row !== undefined} onClose={onClose} title="党组织评议明细" size={760} destroyOnHidden>
      {row && (
        <div className="stack">
          {row.note && <Alert type="info" title="说明" description={row.note} />}
          <Repetition asked={{ kind: 'organization', organizationId: row.organizationId, year: row.year }} />
          <Segmented<Group>
            aria-label="哪一项数字"
            value={group}
            onChange={setGroup}
            options={groups.map(([value, label]) => ({ value, label }))}
          />
          <GroupedPeople key={group} organizationId={row.organizationId} year={row.year} period="YEAR" group={group} />
        </div>
      )}
    </Side>
  );
}

/** Organizations of a year: how many people and teams are under, the suggestion, the person who confirms. */
export function OrganizationReviews({ asked }: { readonly asked: BoardAsked }) {
  const { year, within, page, pageSize, turnTo } = asked;
  const mayPrepare = useMay('PrepareOrganizationReview');
  const mayConfirm = useMay('ConfirmOrganizationReview');
  const [shown, setShown] = useState<Row | undefined>();
  const answer = api.useQuery(
    'get',
    '/api/organization-reviews/{year}',
    { params: { path: { year }, query: { page, pageSize, ...(within ? { within } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Row>['columns'] = [
    { title: '党组织', render: (_none, row) => <OrganizationName organizationId={row.organizationId} /> },
    { title: '在册', dataIndex: 'volunteers', className: 'number' },
    { title: '未达到', className: 'number', render: (_none, row) => orDash(row.behind) },
    {
      title: '队伍达到',
      className: 'number',
      render: (_none, row) => `${orDash(row.teamsReached)} / ${row.teams}`,
    },
    { title: '合计', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
    {
      title: '结论',
      render: (_none, row) => <ConclusionTag conclusion={row.conclusion} suggestion={suggestedForUnit(row)} />,
    },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, row) => (
        <Space>
          <Button size="small" onClick={() => setShown(row)}>
            明细
          </Button>
          {mayConfirm && row.conclusion === null && <Confirm row={row} />}
        </Space>
      ),
    },
  ];
  return (
    <>
      <div className="toolbar">
        <div className="toolbar-right">{mayPrepare && <Prepare key={within} year={year} within={within} />}</div>
      </div>
      <List<Row>
        rowKey="organizationId"
        columns={columns}
        answer={answer}
        turning={{ asked, turnTo }}
        empty={
          <Empty
            description={
              mayPrepare
                ? `${year} 年还没有党组织评议，点“汇总党组织评议”，数字由系统汇总，结论由人确认`
                : `${year} 年还没有党组织评议；由党办汇总后显示在这里`
            }
          />
        }
      />
      <Detail row={shown} onClose={() => setShown(undefined)} />
    </>
  );
}
