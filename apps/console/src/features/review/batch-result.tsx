import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Modal, Table, Tag } from 'antd';
import { minutesText } from '../../parts/words.js';
import { kinds } from './item.js';
import type { Outcome } from './use-deciding.js';

/** A line for each: which were recorded, where, and which were not, why. */
export function BatchResult({
  outcomes,
  onClose,
}: {
  readonly outcomes: readonly Outcome[] | null;
  readonly onClose: () => void;
}) {
  const done = outcomes?.filter(({ fault }) => fault === null) ?? [];
  const minutes = done.reduce((sum, { item }) => sum + item.minutes, 0);
  return (
    <Modal
      open={outcomes !== null}
      title={`已通过 ${done.length} 条${minutes > 0 ? `（${minutesText(minutes)}）` : ''}，未通过 ${(outcomes?.length ?? 0) - done.length} 条`}
      width={760}
      footer={null}
      onCancel={onClose}
    >
      <Table<Outcome>
        size="small"
        rowKey={({ item }) => item.key}
        dataSource={outcomes ?? []}
        pagination={false}
        scroll={{ y: 400 }}
        columns={[
          {
            title: '结果',
            width: 100,
            render: (_none, { fault }) =>
              fault === null ? (
                <Tag color="green" icon={<CheckCircleOutlined />}>
                  已记入
                </Tag>
              ) : (
                <Tag color="red" icon={<CloseCircleOutlined />}>
                  未记入
                </Tag>
              ),
          },
          { title: '姓名', render: (_none, { item }) => item.name },
          { title: '种类', width: 80, render: (_none, { item }) => kinds[item.kind] },
          { title: '台账位置或原因', render: (_none, { fault, position }) => fault ?? position },
        ]}
      />
    </Modal>
  );
}
