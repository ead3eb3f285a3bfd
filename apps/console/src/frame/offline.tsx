import { onlineManager } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useSyncExternalStore } from 'react';

const useOnline = (): boolean =>
  useSyncExternalStore(
    (tell) => onlineManager.subscribe(tell),
    () => onlineManager.isOnline(),
  );

/** What was pressed without a network waits in this page, and is sent under its one key when the network is back. */
export const Offline = () =>
  useOnline() ? null : (
    <Alert
      type="warning"
      showIcon
      role="status"
      style={{ marginBottom: 16 }}
      title="网络已断开。请不要关闭本页：已点提交而没有回执的，恢复后会继续提交；同一操作只记一次。"
    />
  );
