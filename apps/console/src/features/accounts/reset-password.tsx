import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { http } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import type { Account } from './account.js';

/** For somebody who forgot theirs; they change it before anything else. */
export function ResetPassword({ account }: { readonly account: Account }) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ newPassword: string }>();
  const { message } = App.useApp();
  const reset = useMutation({
    mutationFn: (body: { newPassword: string }) =>
      http.POST('/api/accounts/{accountId}/password', { params: { path: { accountId: account.accountId } }, body }),
    onSuccess: () => {
      void message.success('密码已重设；本人登录后须先修改');
      setOpen(false);
      form.resetFields();
    },
  });
  return (
    <>
      <Button type="link" onClick={() => setOpen(true)}>
        重设密码
      </Button>
      <Modal
        open={isOpen}
        title={`重设“${account.displayName}”的密码`}
        okText="重设"
        cancelText="取消"
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okButtonProps={{ loading: reset.isPending }}
      >
        <ProblemAlert error={reset.error} />
        <Form form={form} layout="vertical" onFinish={(typed) => reset.mutate(typed)}>
          <Form.Item
            name="newPassword"
            label="新密码（至少 12 个字符）"
            rules={[{ required: true, message: '请填写新密码' }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
