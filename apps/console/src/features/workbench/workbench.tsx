import { Alert, Card } from 'antd';
import { Link } from 'react-router';
import { useOpenPages } from '../../frame/open-pages.js';
import { rolesOf, useMe } from '../../frame/session.js';

/** What somebody may do, from here. */
export default function Workbench() {
  const held = rolesOf(useMe());
  const open = useOpenPages();
  if (held.length === 0) return <Alert type="info" showIcon title="您还没有角色，请联系系统管理员授予。" />;
  return (
    <Card size="small" title="可以办理">
      <ul>
        {open
          .filter(({ path }) => path !== '/')
          .map(({ path, title }) => (
            <li key={path}>
              <Link to={path}>{title}</Link>
            </li>
          ))}
      </ul>
    </Card>
  );
}
