import { Button, Result } from 'antd';
import { useEffect } from 'react';
import { Link, useRouteError } from 'react-router';

/** What is not there and what is not for this role look the same: nobody learns what exists elsewhere. */
export const NoSuchPage = () => (
  <Result
    status="404"
    title="没有这个页面"
    subTitle="页面不存在，或您的角色不能打开。"
    extra={
      <Link to="/">
        <Button type="primary">回到工作台</Button>
      </Link>
    }
  />
);

/** A fault of the page itself; most often a new version was installed while this one was open. */
export function PageFailed() {
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <Result
      status="warning"
      title="页面没有载入"
      subTitle="可能刚刚升级过，或网络中断。重新载入即可，已提交的内容不会丢失。"
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          重新载入
        </Button>
      }
    />
  );
}
