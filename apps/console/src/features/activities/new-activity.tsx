import { Button, Card, Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { useGive, type Given } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { thisYear } from '../../parts/clock.js';
import { showFaults } from '../../parts/command-form.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { ActivityKinds, ActivityQuestions } from './activity-kinds.js';

type Typed = Omit<Given<'/api/activities'>['body'], 'activityId' | 'teamIds'> & { readonly teamIds?: string[] };

/** Teams of the organization that is chosen, and below it. */
function TeamSelect({
  value,
  onChange,
  id,
}: {
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
  readonly id?: string;
}) {
  const within = Form.useWatch<string | undefined>('organizationId');
  const { data, isFetching } = api.useQuery(
    'get',
    '/api/years/{year}/teams',
    { params: { path: { year: thisYear() }, query: { pageSize: 200, ...(within ? { within } : {}) } } },
    { enabled: within !== undefined },
  );
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      loading={isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={within ? '请选取服务队' : '请先选取活动组织单位'}
      options={(data?.items ?? []).map(({ teamId, name }) => ({ value: teamId, label: name }))}
    />
  );
}

export default function NewActivity() {
  const [form] = Form.useForm<Typed>();
  const go = useNavigate();
  const activityId = useRef(newId());
  const command = useGive('/api/activities', '登记活动');
  const submit = ({ teamIds = [], neededSkills = [], ...typed }: Typed): void =>
    command.mutate(
      {
        path: undefined,
        body: {
          ...{ ...typed, teamIds, activityId: activityId.current },
          ...(neededSkills.length > 0 ? { neededSkills } : {}),
        },
      },
      { onSuccess: () => void go(`/activities/${activityId.current}`), onError: (error) => showFaults(form, error) },
    );
  return (
    <Card style={{ maxWidth: 720 }}>
      <ProblemAlert error={command.error} />
      <Form<Typed>
        // Fields have ids of their own: the page itself has one that is called content.
        name="activity"
        form={form}
        layout="vertical"
        onFinish={submit}
        scrollToFirstError
        initialValues={{ nature: 'VOLUNTEER_SERVICE', serviceMode: 'CONCENTRATED' }}
      >
        <Form.Item
          name="organizationId"
          label="活动组织单位"
          rules={[{ required: true, message: '请选取活动组织单位' }]}
        >
          <OrganizationSelect />
        </Form.Item>
        <Form.Item name="teamIds" label="服务队（不选的，面向所有志愿者）">
          <TeamSelect />
        </Form.Item>
        <Form.Item name="title" label="活动名称" rules={[{ required: true, message: '请填写活动名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="content" label="服务内容" rules={[{ required: true, message: '请填写服务内容' }]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="place" label="活动地点" rules={[{ required: true, message: '请填写活动地点' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="responsiblePerson"
          label="活动负责人"
          rules={[{ required: true, message: '请填写活动负责人' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="nature" label="活动性质" extra="会议、学习、培训、参观不是志愿服务，不能登记时长。">
          <Select
            options={[
              { value: 'VOLUNTEER_SERVICE', label: '志愿服务' },
              { value: 'MEETING', label: '会议' },
              { value: 'STUDY', label: '学习' },
              { value: 'TRAINING', label: '培训' },
              { value: 'VISIT', label: '参观' },
            ]}
          />
        </Form.Item>
        <ActivityQuestions />
        <ActivityKinds />
        <Form.Item name="neededSkills" label="所需特长" extra="报名的人登记表上没有的，报名时会提醒本人和负责人。">
          <Select mode="tags" open={false} placeholder="输入一项后回车，例如 急救" maxCount={10} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          登记
        </Button>
      </Form>
    </Card>
  );
}
