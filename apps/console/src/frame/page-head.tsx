import { QuestionCircleOutlined } from '@ant-design/icons';
import { Typography } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { Page } from '../routes.js';

/** The page's name, as its heading and in the tab, and the way to its chapter: in a tab of its own, so nothing typed is lost. */
export function PageHead({ page: { title, path } }: { readonly page: Page }) {
  useEffect(() => {
    document.title = `${title} · 志册`;
  }, [title]);
  return (
    <div className="page-head">
      <Typography.Title level={1} className="page-title">
        {title}
      </Typography.Title>
      {path !== '/help' && (
        <Link to={`/help?of=${encodeURIComponent(path)}`} target="_blank" rel="noreferrer" className="no-print">
          <QuestionCircleOutlined aria-hidden /> 本页帮助
        </Link>
      )}
    </div>
  );
}
