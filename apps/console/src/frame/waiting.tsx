import { Skeleton } from 'antd';

export const Waiting = () => <Skeleton active aria-label="正在载入" paragraph={{ rows: 8 }} />;
