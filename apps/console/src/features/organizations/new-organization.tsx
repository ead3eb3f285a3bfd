import { Button, Card, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { organizationKind } from '#libs/reference/organization-kinds';
import { useGive, type Given } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { today } from '../../parts/clock.js';
import { showFaults } from '../../parts/command-form.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { optionsOf } from '../../parts/words.js';

type Body = Given<'/api/organizations'>['body'];
interface Typed {
  readonly parentId: string;
  readonly kind: Body['kind'];
  readonly name: string;
  readonly unitName: string;
  readonly unifiedCreditCode?: string;
  readonly registeredOn: Dayjs;
}

/** A body below one that is there already. */
export default function NewOrganization() {
  const [form] = Form.useForm<Typed>();
  const go = useNavigate();
  const organizationId = useRef(newId());
  const command = useGive('/api/organizations', '登记党组织');
  const submit = ({ registeredOn, ...typed }: Typed): void =>
    command.mutate(
      {
        path: undefined,
        body: { ...typed, organizationId: organizationId.current, registeredOn: registeredOn.format('YYYY-MM-DD') },
      },
      {
        onSuccess: () => void go(`/organizations?within=${typed.parentId}`),
        onError: (error) => showFaults(form, error),
      },
    );
  return (
    <Card style={{ maxWidth: 640 }}>
      <ProblemAlert error={command.error} />
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={submit}
        scrollToFirstError
        initialValues={{ kind: 'PARTY_BRANCH', registeredOn: dayjs(today()) }}
      >
        <Form.Item name="parentId" label="上级党组织" rules={[{ required: true, message: '请选取上级党组织' }]}>
          <OrganizationSelect />
        </Form.Item>
        <Form.Item name="kind" label="类别" rules={[{ required: true }]}>
          <Select options={optionsOf(organizationKind)} />
        </Form.Item>
        <Form.Item name="name" label="党组织名称" rules={[{ required: true, message: '请填写党组织名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="unitName" label="单位名称" rules={[{ required: true, message: '请填写单位名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="registeredOn" label="登记日期" rules={[{ required: true, message: '请填写登记日期' }]}>
          <DatePicker />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          登记
        </Button>
      </Form>
    </Card>
  );
}
