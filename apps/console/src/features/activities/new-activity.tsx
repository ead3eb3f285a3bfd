import { Button, Card, Form, Input, Select, Switch } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { serviceMode, serviceTheme, venueKind } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import { useGive, type Given } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { thisYear } from '../../parts/clock.js';
import { showFaults } from '../../parts/command-form.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { optionsOf } from '../../parts/words.js';

type Typed = Omit<Given<'/api/activities'>['body'], 'activityId'>;

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
  const submit = (typed: Typed): void =>
    command.mutate(
      { path: undefined, body: { ...typed, activityId: activityId.current } },
      { onSuccess: () => void go(`/activities/${activityId.current}`), onError: (error) => showFaults(form, error) },
    );
  return (
    <Card style={{ maxWidth: 720 }}>
      <ProblemAlert error={command.error} />
      <Form<Typed>
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
        <Form.Item name="teamIds" label="服务队" rules={[{ required: true, message: '请选取服务队' }]}>
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
        <Form.Item name="theme" label="活动主题">
          <Select allowClear options={optionsOf(serviceTheme)} />
        </Form.Item>
        <Form.Item name="serviceMode" label="服务方式">
          <Select allowClear options={optionsOf(serviceMode)} />
        </Form.Item>
        <Form.Item name="venueKind" label="场所类别">
          <Select allowClear options={optionsOf(venueKind)} />
        </Form.Item>
        <Form.Item name="isDangerous" label="有人身危险（须登记保险）" valuePropName="checked">
          <Switch />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          登记
        </Button>
      </Form>
    </Card>
  );
}
