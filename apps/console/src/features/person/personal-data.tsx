import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Descriptions, Form, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { disclosurePurposeNames } from '#libs/forms/disclosure-words.zh';
import { labelOf, valueWords } from '#libs/forms/history-words.zh';
import type { components } from '../../api/api.js';
import { http, queries } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';

type Asked = components['schemas']['OpenPersonalDataRequest'];

const groups: readonly { readonly value: Asked['groups'][number]; readonly label: string }[] = [
  { value: 'identity', label: '姓名、身份证号码、出生日期' },
  { value: 'contact', label: '电话、手机、电子邮箱' },
  { value: 'sensitive', label: '政治面貌、入党时间、健康状况' },
];
const purposes = Object.entries(disclosurePurposeNames).map(([value, label]) => ({ value, label }));

/** Asks for what is masked, with a purpose. What is shown is gone when the window is closed; that it was looked at stays. */
export function PersonalData({ volunteerId, isOwn }: { readonly volunteerId: string; readonly isOwn: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const opening = useMutation({
    gcTime: 0,
    mutationFn: async (body: Asked) => {
      const { data } = await http.POST('/api/volunteers/{volunteerId}/personal-data', {
        params: { path: { volunteerId } },
        body,
      });
      return data?.fields ?? {};
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const close = (): void => {
    setOpen(false);
    opening.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>查看完整信息</Button>
      <Modal open={isOpen} title="查看完整的个人信息" footer={null} onCancel={close} destroyOnHidden>
        {opening.data ? (
          <div className="stack">
            <Descriptions
              bordered
              size="small"
              column={1}
              items={Object.entries(opening.data).map(([name, value]) => ({
                key: name,
                label: labelOf(name),
                children: valueWords(name, value),
              }))}
            />
            <Alert type="info" showIcon title="关闭后不再显示。这次查看已经记录，本人和审计员看得到。" />
          </div>
        ) : (
          <Form<Asked>
            layout="vertical"
            requiredMark={false}
            initialValues={{ groups: ['contact'], ...(isOwn ? { purpose: 'OWN_REQUEST' } : {}) }}
            onFinish={(asked) => opening.mutate(asked)}
          >
            <ProblemAlert error={opening.error} />
            <Form.Item name="groups" label="要看什么" rules={[{ required: true, message: '请选择要看什么' }]}>
              <Checkbox.Group options={[...groups]} />
            </Form.Item>
            <Form.Item
              name="purpose"
              label="用途（会记录，本人看得到）"
              rules={[{ required: true, message: '请选择用途' }]}
            >
              <Select options={purposes} />
            </Form.Item>
            <Space>
              <Button type="primary" htmlType="submit" loading={opening.isPending}>
                查看
              </Button>
              <Button onClick={close}>取消</Button>
            </Space>
          </Form>
        )}
      </Modal>
    </>
  );
}
