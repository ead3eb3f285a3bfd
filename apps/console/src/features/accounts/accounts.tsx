import { useMutation } from '@tanstack/react-query';
import { App, Button, Card, Space, Table, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { roleNames } from '#libs/access/actor';
import type { Account } from './account.js';
import { api, http, queries } from '../../api/client.js';
import { problemFrom } from '../../api/problem.js';
import { useMe } from '../../frame/session.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { GrantsDrawer } from './grants.js';
import { NewAccount } from './new-account.js';
import { ResetPassword } from './reset-password.js';
import { TopOrganization } from './top-organization.js';

/** Shuts an account, or opens it again. */
function Switch({ account }: { readonly account: Account }) {
  const { modal, message } = App.useApp();
  const isOff = account.disabledAt !== null;
  const act = useMutation({
    mutationFn: () =>
      http.POST(isOff ? '/api/accounts/{accountId}/enablement' : '/api/accounts/{accountId}/disablement', {
        params: { path: { accountId: account.accountId } },
        body: {},
      }),
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => void message.error(problemFrom(error).detail),
  });
  const ask = (): void =>
    void modal.confirm({
      title: isOff ? `重新启用“${account.displayName}”？` : `停用“${account.displayName}”？`,
      content: isOff ? '启用后可以用原来的密码登录。' : '停用后立即退出全部会话；记入台账的内容不受影响。',
      okText: isOff ? '启用' : '停用',
      cancelText: '取消',
      onOk: () => act.mutateAsync(),
    });
  return (
    <Button type="link" danger={!isOff} onClick={ask}>
      {isOff ? '启用' : '停用'}
    </Button>
  );
}

/** Accounts and what each may do where. The administrator sees no ledger. */
export default function Accounts() {
  const me = useMe();
  const { data, error, isPending } = api.useQuery('get', '/api/accounts');
  const { data: names } = api.useQuery('get', '/api/organization-names');
  const [granting, setGranting] = useState<string | null>(null);
  const nameOf = (id: string | undefined): string =>
    names?.items.find(({ organizationId }) => organizationId === id)?.name ?? '';
  const columns: TableProps<Account>['columns'] = [
    { title: '登录名', dataIndex: 'login' },
    { title: '显示名称', dataIndex: 'displayName' },
    {
      title: '角色与管理范围',
      render: (_none, { grants }) => (
        <Space wrap size={4}>
          {grants.map(({ role, organizationId }) => (
            <Tag key={`${role} ${organizationId}`}>
              {[roleNames[role], nameOf(organizationId)].filter(Boolean).join(' · ')}
            </Tag>
          ))}
        </Space>
      ),
    },
    {
      title: '状态',
      render: (_none, { disabledAt }) => (disabledAt ? <Tag>已停用</Tag> : <Tag color="green">使用中</Tag>),
    },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, account) => (
        <Space size={0}>
          <Button type="link" onClick={() => setGranting(account.accountId)}>
            角色
          </Button>
          {account.accountId !== me.accountId && <ResetPassword account={account} />}
          {account.accountId !== me.accountId && <Switch account={account} />}
        </Space>
      ),
    },
  ];
  return (
    <Card size="small">
      {names?.items.length === 0 && <TopOrganization />}
      <div className="toolbar">
        <div className="toolbar-right">
          <NewAccount organizations={names?.items ?? []} />
        </div>
      </div>
      <ProblemAlert error={error} />
      <Table<Account>
        rowKey="accountId"
        size="middle"
        columns={columns}
        dataSource={data?.items}
        loading={isPending}
        scroll={{ x: 'max-content' }}
        pagination={{ showTotal: (total) => `共 ${total} 个`, hideOnSinglePage: true }}
      />
      <GrantsDrawer
        account={data?.items.find(({ accountId }) => accountId === granting)}
        organizations={names?.items ?? []}
        onClose={() => setGranting(null)}
      />
    </Card>
  );
}
