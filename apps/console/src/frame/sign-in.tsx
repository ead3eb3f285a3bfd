import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { http, queries } from '../api/client.js';
import { problemFrom } from '../api/problem.js';

interface Typed {
  readonly login: string;
  readonly password: string;
}

/** `login` is given where the same person signs in again. */
export function SignInCard({ login, onDone }: { readonly login?: string; readonly onDone?: () => void }) {
  const signIn = useMutation({
    mutationFn: (body: Typed) => http.POST('/api/login', { body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone?.();
    },
  });
  return (
    <Form<Typed>
      layout="vertical"
      onFinish={(typed) => signIn.mutate(typed)}
      initialValues={{ login }}
      requiredMark={false}
    >
      {signIn.isError && (
        <Alert type="error" showIcon title={problemFrom(signIn.error).detail} style={{ marginBottom: 16 }} />
      )}
      <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
        <Input autoComplete="username" autoFocus={login === undefined} disabled={login !== undefined} />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" autoFocus={login !== undefined} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}

export const SignInPage = () => (
  <main className="sign-in">
    <Card className="sign-in-card" title={<h1 style={{ fontSize: 18, margin: 0 }}>志册 · 党员志愿服务队台账</h1>}>
      <SignInCard />
    </Card>
  </main>
);
