import { Drawer, type DrawerProps } from 'antd';

/** What is laid beside the page: it has its title for a name, also for who does not see it. */
export const Side = ({ title, ...given }: Omit<DrawerProps, 'title'> & { readonly title: string }) => (
  <Drawer title={title} aria-label={title} closable={{ 'aria-label': '关闭' }} destroyOnHidden {...given} />
);
