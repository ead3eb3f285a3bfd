import { Button, Card, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { useGive } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { today } from '../../parts/clock.js';
import { showFaults } from '../../parts/command-form.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { DayItem, dayOf, TextItem } from '../../parts/items.js';
import { DocumentItems, documentOf, type DocumentTyped } from './document.js';

interface Typed extends DocumentTyped {
  readonly organizationId: string;
  readonly name: string;
  readonly ordinal: number;
  readonly establishedOn: Dayjs;
  readonly mainProjects?: string;
}

/** The place in the unit's own list; how many teams it has by now stands below. */
function OrdinalItem() {
  const organizationId = Form.useWatch<string | undefined>('organizationId');
  const { data } = api.useQuery(
    'get',
    '/api/organizations/{organizationId}/team-register/teams',
    { params: { path: { organizationId: organizationId ?? '' }, query: { pageSize: 1 } } },
    { enabled: organizationId !== undefined },
  );
  return (
    <Form.Item
      name="ordinal"
      label="队序"
      extra={data ? `该党组织现有 ${data.total} 支服务队` : '在该党组织各队中的次序，登记表按它排列'}
      rules={[{ required: true, message: '请填写队序' }]}
    >
      <InputNumber min={1} max={1000} precision={0} />
    </Form.Item>
  );
}

/** A team begins with its founding paper; its leader is appointed next, on its own page. */
export default function NewTeam() {
  const [form] = Form.useForm<Typed>();
  const go = useNavigate();
  const teamId = useRef(newId());
  const command = useGive('/api/teams', '组建服务队');
  const submit = ({ organizationId, name, ordinal, establishedOn, mainProjects, ...document }: Typed): void =>
    command.mutate(
      {
        path: undefined,
        body: {
          ...{ teamId: teamId.current, organizationId, name, ordinal, establishedOn: dayOf(establishedOn) },
          ...(mainProjects ? { mainProjects } : {}),
          ...documentOf(document),
        },
      },
      {
        onSuccess: () => void go(`/teams/${teamId.current}?tab=leaders`),
        onError: (error) => showFaults(form, error),
      },
    );
  return (
    <Card style={{ maxWidth: 640 }}>
      <ProblemAlert error={command.error} />
      <Form<Typed>
        name="team"
        form={form}
        layout="vertical"
        onFinish={submit}
        scrollToFirstError
        initialValues={{ establishedOn: dayjs(today()) }}
      >
        <Form.Item
          name="organizationId"
          label="所属党组织"
          rules={[{ required: true, message: '请选取所属党组织' }]}
          extra="党小组和临时党支部不单独组建，请选所在党支部或上级党组织。"
        >
          <OrganizationSelect />
        </Form.Item>
        <TextItem name="name" label="服务队名称" max={100} />
        <OrdinalItem />
        <DayItem name="establishedOn" label="组建日期" />
        <TextItem name="mainProjects" label="主要志愿服务项目" max={300} isOptional />
        <DocumentItems of="组建" />
        <p>组建后在该队的页面任命队长：队长须是该党组织领导班子成员，请先登记其领导班子职务。</p>
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          组建
        </Button>
      </Form>
    </Card>
  );
}
