import { useMutation } from '@tanstack/react-query';
import { App, Button, Card, Table, Tag } from 'antd';
import { api, http, queries } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { instantText } from '../../parts/clock.js';
import { ProblemAlert } from '../../parts/problem-alert.js';

type OpenSession = AnswerOf<'/api/sessions'>['items'][number];

/** Where this account is signed in, and the way out of all of it. */
export function OwnSessions() {
  const { modal } = App.useApp();
  const { data, error, isPending } = api.useQuery('get', '/api/sessions');
  const leave = useMutation({
    mutationFn: () => http.POST('/api/sessions/closure', { body: {} }),
    onSuccess: () => {
      queries.clear();
      location.assign('/console/');
    },
  });
  const items = data?.items ?? [];
  const ask = (): void =>
    void modal.confirm({
      title: `将在 ${items.length} 处退出登录，包括这里`,
      content: '没有提交的内容会丢失。',
      okText: '全部退出',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => leave.mutateAsync(),
    });
  return (
    <Card
      size="small"
      title="登录情况"
      extra={
        <Button danger onClick={ask} disabled={items.length === 0}>
          在所有地方退出
        </Button>
      }
    >
      <ProblemAlert error={error ?? leave.error} />
      <Table<OpenSession>
        size="small"
        rowKey={({ openedAt, seenAt, isThis }) => `${openedAt} ${seenAt} ${isThis}`}
        loading={isPending}
        dataSource={items}
        pagination={false}
        columns={[
          { title: '登录时间', render: (_none, { openedAt }) => instantText(openedAt) },
          { title: '最近使用', render: (_none, { seenAt }) => instantText(seenAt) },
          { title: '', render: (_none, { isThis }) => isThis && <Tag color="green">这里</Tag> },
        ]}
      />
    </Card>
  );
}
