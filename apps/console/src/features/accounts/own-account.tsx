import { Card, Descriptions } from 'antd';
import { roleNames } from '#libs/access/actor';
import { PasswordForm } from '../../frame/change-password.js';
import { rolesOf, useMe } from '../../frame/session.js';
import { OwnSessions } from './own-sessions.js';

export default function OwnAccount() {
  const me = useMe();
  return (
    <div className="cards">
      <Card size="small" title="账号">
        <Descriptions
          column={1}
          items={[
            { key: 'login', label: '登录名', children: me.login },
            { key: 'name', label: '显示名称', children: me.displayName },
            {
              key: 'roles',
              label: '角色',
              children:
                rolesOf(me)
                  .map((role) => roleNames[role])
                  .join('、') || '还没有角色',
            },
          ]}
        />
      </Card>
      <Card size="small" title="修改密码">
        <PasswordForm />
      </Card>
      <OwnSessions />
    </div>
  );
}
