import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { http, queries } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { GrantFields, type OrganizationName, type TypedGrant } from './grant-fields.js';

interface Typed extends TypedGrant {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly volunteerId?: string;
}

export function NewAccount({ organizations }: { readonly organizations: readonly OrganizationName[] }) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Typed>();
  const { message } = App.useApp();
  const create = useMutation({
    mutationFn: ({ role, organizationId, volunteerId, ...typed }: Typed) =>
      http.POST('/api/accounts', {
        body: {
          ...typed,
          ...(volunteerId ? { volunteerId } : {}),
          grants: [{ role, ...(organizationId ? { organizationId } : {}) }],
        },
      }),
    onSuccess: async (_answer, { login }) => {
      void message.success(`已建立账号 ${login}；请把初始密码当面告诉本人，首次登录须修改`);
      setOpen(false);
      form.resetFields();
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        新建账号
      </Button>
      <Modal
        open={isOpen}
        title="新建账号"
        okText="建立"
        cancelText="取消"
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okButtonProps={{ loading: create.isPending }}
        forceRender
      >
        <ProblemAlert error={create.error} />
        <Form<Typed> form={form} layout="vertical" onFinish={(typed) => create.mutate(typed)} autoComplete="off">
          <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="displayName" label="显示名称" rules={[{ required: true, message: '请填写显示名称' }]}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item
            name="password"
            label="初始密码（至少 12 个字符）"
            rules={[{ required: true, message: '请填写初始密码' }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <GrantFields organizations={organizations} />
          <Form.Item noStyle dependencies={['role']}>
            {({ getFieldValue }) =>
              ['VOLUNTEER', 'TEAM_LEADER'].includes(String(getFieldValue('role'))) && (
                <Form.Item name="volunteerId" label="关联的志愿者（档案页上的编号链接）">
                  <Input />
                </Form.Item>
              )
            }
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
