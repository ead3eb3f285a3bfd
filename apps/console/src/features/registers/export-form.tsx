import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Modal, Select, Space } from 'antd';
import { disclosurePurposeNames, exportReceiverNames } from '#libs/forms/disclosure-words.zh';
import { http } from '../../api/client.js';
import type { paths } from '../../api/api.js';
import { today } from '../../parts/clock.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { saveFile } from '../../parts/save-file.js';

type Asked = paths['/api/volunteers/selection/export']['post']['requestBody']['content']['application/json'];
type Typed = Pick<Asked, 'purpose' | 'receiver'>;

const optionsFrom = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

interface Props {
  readonly chosen: { readonly selection: string; readonly count: number };
  readonly columns: readonly string[];
  /** Chooses the same filters anew, after the register changed. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Says how many leave the house, to whom and what for, before they do; the server refuses when they are no longer the same. */
export function ExportForm({ chosen: { selection, count }, columns, onAgain, onClose }: Props) {
  const { message } = App.useApp();
  const send = useMutation({
    mutationFn: async (typed: Typed) => {
      const body = { selection, columns: [...columns], ...typed };
      const { data } = await http.POST('/api/volunteers/selection/export', { body, parseAs: 'text' });
      saveFile(`志册-志愿者-${today()}.csv`, String(data));
    },
    onSuccess: () => {
      void message.success(`已导出 ${count} 人，并记入查阅记录`);
      onClose();
    },
  });
  return (
    <Modal open title={`将导出 ${count} 人`} footer={null} onCancel={onClose} destroyOnHidden>
      <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => send.mutate(typed)}>
        <ProblemAlert error={send.error} />
        <p>文件含姓名和所显示的列，不含电话和身份证号。谁导出、作何用途、交给谁，都会记录，本人看得到。</p>
        <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}>
          <Select options={optionsFrom(disclosurePurposeNames)} />
        </Form.Item>
        <Form.Item name="receiver" label="交给谁" rules={[{ required: true, message: '请选择交给谁' }]}>
          <Select options={optionsFrom(exportReceiverNames)} />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={send.isPending} disabled={send.isError}>
            导出 {count} 人
          </Button>
          {send.isError && <Button onClick={onAgain}>重新选定</Button>}
        </Space>
      </Form>
    </Modal>
  );
}
