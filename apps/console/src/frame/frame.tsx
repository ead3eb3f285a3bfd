import { MenuOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown, Grid, Layout, Menu } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import type { Role } from '#libs/access/actor';
import { http, queries } from '../api/client.js';
import { mayOpen, pages } from '../routes.js';
import { groups, type Group } from './groups.js';
import { OpenPages, useOpenPages, type OpenPage } from './open-pages.js';
import { Mark } from './mark.js';
import { Offline } from './offline.js';
import { rolesOf, useMe } from './session.js';

const openTo = (held: readonly Role[]): OpenPage[] =>
  pages.flatMap((page) => (page.group && mayOpen(page, held) ? [{ ...page, group: page.group }] : []));

function useMenu() {
  const open = useOpenPages();
  return (Object.keys(groups) as Group[]).flatMap((group) => {
    const items = open
      .filter((page) => page.group === group)
      .map(({ path, title }) => ({ key: path, label: <Link to={path}>{title}</Link> }));
    return items.length > 0 ? [{ key: group, type: 'group' as const, label: groups[group], children: items }] : [];
  });
}

/** The page in the menu that the address belongs to: itself, or the nearest above it. */
const chosenOf = (pathname: string): string =>
  pages
    .filter(({ group, path }) => group && (pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))))
    .map(({ path }) => path)
    .sort((a, b) => b.length - a.length)[0] ?? '/';

function SideMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const { pathname } = useLocation();
  return (
    <nav aria-label="主菜单">
      <Menu
        mode="inline"
        items={useMenu()}
        selectedKeys={[chosenOf(pathname)]}
        onClick={onChosen}
        style={{ borderInlineEnd: 0 }}
      />
    </nav>
  );
}

async function signOut(): Promise<void> {
  await http.POST('/api/logout', { body: {} });
  queries.clear();
  location.assign('/console/');
}

function Account() {
  const me = useMe();
  const go = useNavigate();
  const items = [
    { key: 'me', label: '我的账号', onClick: () => void go('/me') },
    { key: 'out', label: '退出登录', onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined aria-hidden />}>
        {me.displayName}
      </Button>
    </Dropdown>
  );
}

function Content() {
  const { displayName, login } = useMe();
  const [since] = useState(() => dayjs().format('YYYY-MM-DD HH:mm'));
  return (
    <Layout.Content className="frame-content" id="content" tabIndex={-1}>
      <Offline />
      <Outlet />
      <Mark text={`${displayName} ${login} ${since}`} />
    </Layout.Content>
  );
}

/** Top bar with who is there, menu on the left; on a phone the menu is drawn out. */
export function Frame() {
  const isWide = Grid.useBreakpoint().lg !== false;
  const [isDrawn, setDrawn] = useState(false);
  const open = openTo(rolesOf(useMe()));
  return (
    <OpenPages value={open}>
      <Layout style={{ minHeight: '100vh' }}>
        <a className="skip" href="#content">
          跳到正文
        </a>
        <Layout.Header className="frame-head">
          {!isWide && (
            <Button type="text" icon={<MenuOutlined />} aria-label="打开菜单" onClick={() => setDrawn(true)} />
          )}
          <span className="frame-name">志册 · 党员志愿服务队台账</span>
          <Account />
        </Layout.Header>
        <Layout>
          {isWide ? (
            <Layout.Sider width={200} theme="light" className="frame-side">
              <SideMenu />
            </Layout.Sider>
          ) : (
            <Drawer
              open={isDrawn}
              onClose={() => setDrawn(false)}
              placement="left"
              title="菜单"
              size={240}
              styles={{ body: { padding: 0 } }}
            >
              <SideMenu onChosen={() => setDrawn(false)} />
            </Drawer>
          )}
          <Content />
        </Layout>
      </Layout>
    </OpenPages>
  );
}
