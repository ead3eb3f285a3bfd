import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Modal, Select, Space } from 'antd';
import { disclosurePurposeNames, exportReceiverNames } from '#libs/forms/disclosure-words.zh';
import { chosenRegisters, type Chosen, type ChosenRegister, type Leaving } from './chosen-register.js';
import { today } from './clock.js';
import { ProblemAlert } from './problem-alert.js';
import { saveFile } from './save-file.js';

type Typed = Pick<Leaving, 'purpose' | 'receiver'>;

const optionsFrom = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

interface Props {
  readonly register: ChosenRegister;
  readonly chosen: Chosen;
  readonly columns: readonly string[];
  /** Chooses the same filters anew, after the register changed. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Says how many leave the house, to whom and what for, before they do; the server refuses when they are no longer the same. */
export function ExportForm({ register, chosen: { selection, count }, columns, onAgain, onClose }: Props) {
  const { message } = App.useApp();
  const { unit, title, send: sendFor } = chosenRegisters[register];
  const many = `${count} ${unit}`;
  const send = useMutation({
    mutationFn: async (typed: Typed) => {
      saveFile(`志册-${title}-${today()}.csv`, await sendFor({ selection, columns: [...columns], ...typed }));
    },
    onSuccess: () => {
      void message.success(`已导出 ${many}，并记入查阅记录`);
      onClose();
    },
  });
  return (
    <Modal open title={`将导出 ${many}`} footer={null} onCancel={onClose} destroyOnHidden>
      <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => send.mutate(typed)}>
        <ProblemAlert error={send.error} />
        <p>
          {register === 'volunteers'
            ? '文件含姓名和所显示的列，不含电话和身份证号。谁导出、作何用途、交给谁，都会记录，本人看得到。'
            : '文件含所显示的列。谁导出、作何用途、交给谁，都会记录。'}
        </p>
        <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}>
          <Select options={optionsFrom(disclosurePurposeNames)} />
        </Form.Item>
        <Form.Item name="receiver" label="交给谁" rules={[{ required: true, message: '请选择交给谁' }]}>
          <Select options={optionsFrom(exportReceiverNames)} />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={send.isPending} disabled={send.isError}>
            导出 {many}
          </Button>
          {send.isError && <Button onClick={onAgain}>重新选定</Button>}
        </Space>
      </Form>
    </Modal>
  );
}
