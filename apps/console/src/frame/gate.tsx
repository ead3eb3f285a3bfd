import { Modal, Result } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { onSignedOut } from '../api/client.js';
import { ChangePassword } from './change-password.js';
import { useSession } from './session.js';
import { SignInCard, SignInPage } from './sign-in.js';
import { Waiting } from './waiting.js';

/** Lets in whoever has signed in. A session that ends meanwhile is opened again over the page: what was typed stays. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data: me, isPending, isError } = useSession();
  const [isOver, setOver] = useState(false);
  useEffect(() => onSignedOut(() => setOver(true)), []);
  if (isPending) return <Waiting />;
  if (isError) return <Result status="warning" title="没有连上服务器" subTitle="请检查网络，或稍后再试。" />;
  if (!me) return <SignInPage />;
  if (me.passwordIsTemporary) return <ChangePassword isFirst />;
  return (
    <>
      {children}
      <Modal
        open={isOver}
        title="登录已过期，请再次登录；已填写的内容还在"
        footer={null}
        closable={false}
        destroyOnHidden
      >
        <SignInCard login={me.login} onDone={() => setOver(false)} />
      </Modal>
    </>
  );
}
