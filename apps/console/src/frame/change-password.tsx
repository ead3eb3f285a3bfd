import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input } from 'antd';
import { http, queries } from '../api/client.js';
import { problemFrom } from '../api/problem.js';

interface Typed {
  readonly password: string;
  readonly newPassword: string;
  readonly again: string;
}

export function PasswordForm() {
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const change = useMutation({
    mutationFn: ({ password, newPassword }: Typed) => http.POST('/api/password', { body: { password, newPassword } }),
    onSuccess: async () => {
      void message.success('密码已修改，其他会话已退出');
      form.resetFields();
      await queries.invalidateQueries();
    },
  });
  return (
    <Form<Typed> form={form} layout="vertical" onFinish={(typed) => change.mutate(typed)} requiredMark={false}>
      {change.isError && (
        <Alert type="error" showIcon title={problemFrom(change.error).detail} style={{ marginBottom: 16 }} />
      )}
      <Form.Item name="password" label="现在的密码" rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码（至少 12 个字符，可以是一句话）"
        rules={[{ required: true, message: '请填写新密码' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输入一次新密码"
        dependencies={['newPassword']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_rule, value: unknown) => {
              if (value !== getFieldValue('newPassword')) throw new Error('两次输入的密码不一致');
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}

/** Before anything else, for whoever got a password from somebody. */
export const ChangePassword = ({ isFirst }: { readonly isFirst?: boolean }) => (
  <main className="sign-in">
    <Card className="sign-in-card" title="请先改成自己的密码">
      {isFirst && (
        <Alert
          type="info"
          showIcon
          title="当前密码由管理员设置。改成自己的密码后才能办理业务。"
          style={{ marginBottom: 16 }}
        />
      )}
      <PasswordForm />
    </Card>
  </main>
);
