import { Form, Input, Modal, Radio, Select } from 'antd';
import { wordOf } from '../../parts/ledger-words.js';
import { refusalGrounds, refuse, type Refusing } from './decide.js';
import type { PersonItem } from './item.js';
import type { Deciding } from './use-deciding.js';

interface Typed {
  readonly how: Refusing;
  readonly reason: string;
}

interface Props {
  readonly item: PersonItem | undefined;
  readonly deciding: Deciding;
  readonly onClose: () => void;
}

const titles: Readonly<Record<PersonItem['kind'], string>> = {
  application: '退回或不予通过',
  enrolment: '登记造册',
  privacy: '不予办理',
  transfer: '退回转接',
  hours: '不予计入',
  conflict: '不予计入',
  dispute: '答复异议',
  star: '不予认定',
};

/** No is said one by one, with its reason. */
export function RefuseForm({ item, deciding, onClose }: Props) {
  const [form] = Form.useForm<Typed>();
  const submit = async ({ how, reason }: Typed): Promise<void> => {
    if (!item || !(await deciding.decide(item, how, (key) => refuse(item, how, reason, key)))) return;
    form.resetFields();
    onClose();
  };
  const isApplication = item?.kind === 'application';
  return (
    <Modal
      open={item !== undefined}
      title={`${item?.name ?? ''}：${item ? titles[item.kind] : ''}`}
      okText="提交"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ loading: deciding.isBusy, danger: true }}
      afterOpenChange={(isOpen) => isOpen && form.focusField('reason')}
      destroyOnHidden
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={(typed) => void submit(typed)}
        initialValues={{ how: 'return' }}
        preserve={false}
      >
        <Form.Item name="how" label="处理" hidden={!isApplication}>
          <Radio.Group
            options={[
              { value: 'return', label: '退回修改' },
              { value: 'decline', label: '不予通过' },
            ]}
          />
        </Form.Item>
        <Form.Item name="reason" label="原因（本人看得到）" rules={[{ required: true, message: '请写明原因' }]}>
          {item?.kind === 'privacy' ? (
            <Select options={refusalGrounds.map((value) => ({ value, label: wordOf(value) }))} />
          ) : (
            <Input.TextArea rows={3} maxLength={500} showCount />
          )}
        </Form.Item>
      </Form>
    </Modal>
  );
}
