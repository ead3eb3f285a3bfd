import { useMutation } from '@tanstack/react-query';
import { Button, Form, List, Space } from 'antd';
import { roleNames } from '#libs/access/actor';
import { http, queries } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import type { Account } from './account.js';
import { GrantFields, type OrganizationName, type TypedGrant } from './grant-fields.js';
import { Side } from '../../parts/side.js';

type Act = '/api/accounts/{accountId}/grants' | '/api/accounts/{accountId}/grant-revocations';

interface Props {
  readonly account: Account | undefined;
  readonly organizations: readonly OrganizationName[];
  readonly onClose: () => void;
}

/** What an account may do; each change counts at once. */
export function GrantsDrawer({ account, organizations, onClose }: Props) {
  const [form] = Form.useForm<TypedGrant>();
  const change = useMutation({
    mutationFn: ({ act, grant }: { act: Act; grant: TypedGrant }) =>
      http.POST(act, { params: { path: { accountId: account?.accountId ?? '' } }, body: { ...grant } }),
    onSuccess: async () => {
      form.resetFields();
      await queries.invalidateQueries();
    },
  });
  const nameOf = (id: string | undefined): string =>
    organizations.find(({ organizationId }) => organizationId === id)?.name ?? '账号管理';
  return (
    <Side open={account !== undefined} onClose={onClose} title={`“${account?.displayName ?? ''}”的角色`} size={480}>
      <ProblemAlert error={change.error} />
      <List
        dataSource={account?.grants ?? []}
        locale={{ emptyText: '还没有角色' }}
        renderItem={(grant) => (
          <List.Item
            actions={[
              <Button
                key="revoke"
                type="link"
                danger
                onClick={() => change.mutate({ act: '/api/accounts/{accountId}/grant-revocations', grant })}
              >
                撤销
              </Button>,
            ]}
          >
            <Space>
              <strong>{roleNames[grant.role]}</strong>
              {nameOf(grant.organizationId)}
            </Space>
          </List.Item>
        )}
      />
      <Form<TypedGrant>
        form={form}
        layout="vertical"
        onFinish={(grant) => change.mutate({ act: '/api/accounts/{accountId}/grants', grant })}
      >
        <GrantFields organizations={organizations} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          授予
        </Button>
      </Form>
    </Side>
  );
}
