import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { organizationKind } from '#libs/reference/organization-kinds';
import type { components } from '../../api/api.js';
import { http, queries, sawPosition } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { optionsOf } from '../../parts/words.js';

type Top = components['schemas']['TopOrganizationRequest'];

/** The first body of all, for whoever left it out at set-up. */
export function TopOrganization() {
  const register = useMutation({
    mutationFn: (body: Top) => http.POST('/api/top-organization', { body }),
    onSuccess: async ({ data }) => {
      if (data) sawPosition(data.position);
      await queries.invalidateQueries();
    },
  });
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title="请先登记最上级党组织，再建立账号"
      description={
        <Form<Top>
          layout="vertical"
          onFinish={(typed) => register.mutate(typed)}
          initialValues={{ kind: 'CITY_ORGANIZATION_DEPARTMENT' }}
          style={{ maxWidth: 480 }}
        >
          <ProblemAlert error={register.error} />
          <Form.Item name="name" label="党组织名称" rules={[{ required: true, message: '请填写党组织名称' }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="unitName" label="单位名称" rules={[{ required: true, message: '请填写单位名称' }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="kind" label="类别">
            <Select options={optionsOf(organizationKind)} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记最上级党组织
          </Button>
        </Form>
      }
    />
  );
}
