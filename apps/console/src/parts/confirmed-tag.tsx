import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';

/** Whether a person has put their name to the figures, and on which day. */
export const ConfirmedTag = ({ on, waiting }: { readonly on: string | null; readonly waiting: string }) =>
  on === null ? (
    <Tag color="gold" icon={<ClockCircleOutlined />}>
      {waiting}
    </Tag>
  ) : (
    <Tag color="green" icon={<CheckCircleOutlined />}>
      {on}
    </Tag>
  );
