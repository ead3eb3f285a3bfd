import { Alert, Button, Form, Input, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandForm } from '../../parts/command-form.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { OrganizationSelect, OrganizationsSelect } from '../../parts/organization-tree.js';
import { DayItem, dayOf } from '../../parts/items.js';
import type { OrganizationRecord } from './shown.js';

interface Paper {
  readonly documentTitle: string;
  readonly documentNumber?: string;
  readonly documentDatedOn: Dayjs;
}

const paperOf = ({ documentTitle, documentNumber, documentDatedOn }: Paper) => ({
  ...{ documentTitle, documentDatedOn: dayOf(documentDatedOn) },
  ...(documentNumber ? { documentNumber } : {}),
});

const PaperItems = () => (
  <>
    <Form.Item name="documentTitle" label="文件标题" rules={[{ required: true, message: '请填写文件标题' }]}>
      <Input maxLength={200} />
    </Form.Item>
    <Form.Item name="documentNumber" label="文号（可不填）">
      <Input maxLength={100} />
    </Form.Item>
    <DayItem name="documentDatedOn" label="文件日期" />
  </>
);

/** How many people, teams and unsigned certificates there are to follow. */
function useFollowers(organizationId: string) {
  const one = { within: organizationId, pageSize: 1 } as const;
  const people = api.useQuery('get', '/api/volunteers', { params: { query: { ...one, status: 'ENROLLED' } } });
  const teams = api.useQuery('get', '/api/coverage/{organizationId}/teams', {
    params: { path: { organizationId }, query: { pageSize: 1 } },
  });
  const unsigned = api.useQuery('get', '/api/certificates', { params: { query: { ...one, standing: 'PREPARED' } } });
  return {
    people: people.data?.total ?? '……',
    teams: teams.data?.total ?? '……',
    unsigned: unsigned.data?.total ?? '……',
  };
}

interface FollowsProps {
  readonly organization: OrganizationRecord;
  readonly act: '合并' | '拆分';
}

/** What follows for people, teams and certificates, said before the act. */
function Follows({ organization: { organizationId, childCount }, act }: FollowsProps) {
  const { people, teams, unsigned } = useFollowers(organizationId);
  const isMerger = act === '合并';
  return (
    <Alert
      type="warning"
      showIcon
      title={`${act}后不能撤销。自${act}之日起：`}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          <li>
            {isMerger
              ? `在册的 ${people} 人和申请中的人逐人转入承接党组织；编号、时长、星级不变。`
              : `在册的 ${people} 人不会自动转走：由人逐一转到其中一个承接党组织；编号、时长、星级不变。`}
          </li>
          <li>
            {isMerger
              ? `${teams} 支服务队连同队员、队长整队转入；队长须在承接党组织另有领导班子职务。`
              : `${teams} 支服务队也不会自动转走：由人逐队转到其中一个承接党组织。`}
          </li>
          <li>
            已签发的证明继续有效；待签发的 {unsigned} 份和以后的证明，由{isMerger ? '' : '承接原有记录的'}
            承接党组织办理。
          </li>
          <li>以前的时长和当日的名册、报表仍列在本党组织名下；在本党组织有角色的账号不随之转移，请另行授予。</li>
          {childCount > 0 && <li>下面还有 {childCount} 个党组织：先办理它们的合并，否则不予办理。</li>}
        </ul>
      }
    />
  );
}

interface Merging extends Paper {
  readonly successorId: string;
  readonly mergedOn: Dayjs;
}

interface FormProps {
  readonly organization: OrganizationRecord;
  readonly open: boolean;
  readonly onClose: () => void;
}

function MergeForm({ organization, ...shown }: FormProps) {
  const { organizationId, name } = organization;
  return (
    <CommandForm<'/api/organizations/{organizationId}/merger', Merging>
      {...shown}
      isDangerous
      title={`将${name}并入另一个党组织`}
      okText="并入，不能撤销"
      path="/api/organizations/{organizationId}/merger"
      initial={{ mergedOn: dayjs(today()) }}
      given={({ successorId, mergedOn, ...paper }) => ({
        path: { organizationId },
        body: { successorId, mergedOn: dayOf(mergedOn), ...paperOf(paper) },
      })}
    >
      {shown.open && <Follows organization={organization} act="合并" />}
      <Form.Item name="successorId" label="承接党组织" rules={[{ required: true, message: '请选取承接党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <DayItem name="mergedOn" label="合并日期" />
      <PaperItems />
    </CommandForm>
  );
}

interface Splitting extends Paper {
  readonly successorIds: string[];
  readonly recordsSuccessorId: string;
  readonly splitOn: Dayjs;
}

/** One of those that were chosen above. */
const RecordsSuccessor = () => (
  <Form.Item noStyle dependencies={['successorIds']}>
    {({ getFieldValue }) => (
      <Form.Item
        name="recordsSuccessorId"
        label="承接原有记录的党组织"
        rules={[{ required: true, message: '请从承接党组织中选取一个' }]}
      >
        <Select
          notFoundContent="请先选取承接党组织"
          options={((getFieldValue('successorIds') ?? []) as readonly string[]).map((value) => ({
            value,
            label: <OrganizationName organizationId={value} isPlain />,
          }))}
        />
      </Form.Item>
    )}
  </Form.Item>
);

function SplitForm({ organization, ...shown }: FormProps) {
  const { organizationId, name } = organization;
  return (
    <CommandForm<'/api/organizations/{organizationId}/split', Splitting>
      {...shown}
      isDangerous
      title={`将${name}拆分为几个党组织`}
      okText="拆分，不能撤销"
      path="/api/organizations/{organizationId}/split"
      initial={{ splitOn: dayjs(today()) }}
      given={({ successorIds, recordsSuccessorId, splitOn, ...paper }) => ({
        path: { organizationId },
        body: { successorIds, recordsSuccessorId, splitOn: dayOf(splitOn), ...paperOf(paper) },
      })}
    >
      {shown.open && <Follows organization={organization} act="拆分" />}
      <Form.Item
        name="successorIds"
        label="承接党组织（先逐个登记好，再在这里选取）"
        rules={[{ required: true, type: 'array', min: 2, message: '请选取至少两个承接党组织' }]}
      >
        <OrganizationsSelect />
      </Form.Item>
      <RecordsSuccessor />
      <DayItem name="splitOn" label="拆分日期" />
      <PaperItems />
    </CommandForm>
  );
}

/** The end of an organization, one way or the other. */
export function EndingActs({ organization }: { readonly organization: OrganizationRecord }) {
  const me = useMe();
  const [asked, setAsked] = useState<'merge' | 'split' | undefined>();
  const onClose = (): void => setAsked(undefined);
  return (
    <Space wrap>
      {mayGiveForOthers(me, 'MergePartyOrganization') && (
        <>
          <Button danger onClick={() => setAsked('merge')}>
            合并
          </Button>
          <MergeForm organization={organization} open={asked === 'merge'} onClose={onClose} />
        </>
      )}
      {mayGiveForOthers(me, 'SplitPartyOrganization') && (
        <>
          <Button danger onClick={() => setAsked('split')}>
            拆分
          </Button>
          <SplitForm organization={organization} open={asked === 'split'} onClose={onClose} />
        </>
      )}
    </Space>
  );
}
