import { Button, Checkbox, Form, Select, Space, Table } from 'antd';
import { useRef } from 'react';
import { clearRoles } from '#libs/access/permissions';
import { disclosureMeansNames, disclosurePurposeNames, exportReceiverNames } from '#libs/forms/disclosure-words.zh';
import { api } from '../../api/client.js';
import type { Given } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import type { AnswerOf } from '../../api/query.js';
import { mayGiveForOthers, rolesOf, useMe } from '../../frame/session.js';
import { momentText } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf, wordsOf } from '../../parts/ledger-words.js';
import { OlderTable, useBefore } from '../../parts/older.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { PersonalData } from './personal-data.js';

type Path = '/api/volunteers/{volunteerId}/privacy-requests';
type Asked = Omit<Given<Path>['body'], 'requestId' | 'evidenceIds' | 'groups'> &
  Partial<Pick<Given<Path>['body'], 'groups'>>;
type Request = AnswerOf<Path>['items'][number];

const optionsOf = (codes: readonly string[]) => codes.map((value) => ({ value, label: wordOf(value) }));
const answers = optionsOf(['CORRECT', 'RESTRICT', 'RELEASE', 'SHRED']);
const bases = optionsOf([
  ...['INACCURATE', 'DISPUTED', 'CONSENT_WITHDRAWN', 'PURPOSE_MET', 'SERVICE_ENDED', 'RETENTION_OVER', 'UNLAWFUL'],
]);
const groups = optionsOf(['identity', 'contact', 'sensitive', 'photo', 'free']);

/** Only what is destroyed is chosen by kind. */
function Groups() {
  if (Form.useWatch('answer') !== 'SHRED') return null;
  return (
    <Form.Item
      name="groups"
      label="删除哪些信息"
      rules={[{ required: true, message: '请选择删除哪些信息' }]}
      preserve={false}
    >
      <Checkbox.Group options={groups} />
    </Form.Item>
  );
}

function AskButton({ volunteerId }: { readonly volunteerId: string }) {
  const requestId = useRef(newId());
  return (
    <CommandButton<Path, Asked>
      title="提出个人信息申请"
      path="/api/volunteers/{volunteerId}/privacy-requests"
      given={(asked) => ({
        path: { volunteerId },
        body: { ...asked, groups: asked.groups ?? [], requestId: requestId.current },
      })}
      onClosed={() => {
        requestId.current = newId();
      }}
    >
      <p>
        由另一人审批（个人信息保护法第四十五至四十七条）。删除后，姓名等不能恢复；时长等数字仍在台账里，只是不再知道是谁。
      </p>
      <Form.Item name="answer" label="要求怎样处理" rules={[{ required: true, message: '请选择怎样处理' }]}>
        <Select options={answers} />
      </Form.Item>
      <Groups />
      <Form.Item name="basis" label="理由" rules={[{ required: true, message: '请选择理由' }]}>
        <Select options={bases} />
      </Form.Item>
    </CommandButton>
  );
}

const statusNames: Readonly<Record<Request['status'], string>> = {
  FILED: '待审批',
  APPROVED: '已批准，办理中',
  DECLINED: '未批准',
  COMPLETED: '已办结',
  SHREDDED: '已删除',
};

function Requests({ volunteerId }: { readonly volunteerId: string }) {
  const { data, error } = api.useQuery('get', '/api/volunteers/{volunteerId}/privacy-requests', {
    params: { path: { volunteerId } },
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Table<Request>
      size="small"
      rowKey="requestId"
      pagination={false}
      title={() => '个人信息申请'}
      dataSource={[...data.items]}
      columns={[
        { title: '提出日期', dataIndex: 'filedOn' },
        { title: '要求', render: (_none, { answer }) => wordOf(answer) },
        { title: '哪些信息', render: (_none, row) => (row.groups.length > 0 ? wordsOf(row.groups) : '—') },
        { title: '理由', render: (_none, { basis }) => wordOf(basis) },
        { title: '办理情况', render: (_none, { status }) => statusNames[status] },
      ]}
    />
  );
}

/** Who saw this person's data in clear, when and what for; what the person can ask for; the own history to take away. */
export function LookedAt({ volunteerId, isOwn }: { readonly volunteerId: string; readonly isOwn: boolean }) {
  const me = useMe();
  const by = useBefore();
  const answer = api.useQuery('get', '/api/volunteers/{volunteerId}/disclosures', {
    params: { path: { volunteerId }, query: by.asked },
  });
  const mayOpen = isOwn || rolesOf(me).some((role) => clearRoles.includes(role));
  return (
    <div className="stack">
      <Space wrap>
        {mayOpen && <PersonalData volunteerId={volunteerId} isOwn={isOwn} />}
        {(isOwn || mayGiveForOthers(me, 'FilePrivacyRequest')) && <AskButton volunteerId={volunteerId} />}
        {isOwn && (
          <Button href={`/api/volunteers/${volunteerId}/bundle`} download>
            下载我的履历包
          </Button>
        )}
      </Space>
      <Requests volunteerId={volunteerId} />
      <OlderTable
        by={by}
        answer={answer}
        empty="还没有人查看过完整的个人信息"
        columns={[
          { title: '时间', render: (_none, row) => momentText(row.at) },
          { title: '何人', render: (_none, row) => row.byName ?? '—' },
          { title: '看了什么', render: (_none, row) => wordsOf(row.groups) },
          { title: '途径', responsive: ['md'], render: (_none, row) => disclosureMeansNames[row.means] },
          { title: '用途', render: (_none, row) => disclosurePurposeNames[row.purpose] },
          {
            title: '交给',
            responsive: ['md'],
            render: (_none, row) => (row.receiver ? exportReceiverNames[row.receiver] : '—'),
          },
        ]}
      />
    </div>
  );
}
