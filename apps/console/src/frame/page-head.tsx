import { Typography } from 'antd';
import { useEffect } from 'react';
import type { Page } from '../routes.js';

/** The page's name, as its heading and in the tab. */
export function PageHead({ page: { title } }: { readonly page: Page }) {
  useEffect(() => {
    document.title = `${title} · 志册`;
  }, [title]);
  return (
    <Typography.Title level={1} className="page-title">
      {title}
    </Typography.Title>
  );
}
