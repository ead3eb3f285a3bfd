import { Card } from 'antd';
import type { ReactNode } from 'react';
import { OrganizationTree } from './organization-tree.js';

interface Props {
  readonly within: string | undefined;
  readonly onChoose: (within: string | undefined) => void;
  readonly children: ReactNode;
}

/** The tree of one's organizations on the left, what is said of the chosen one on the right. */
export const TreePage = ({ within, onChoose, children }: Props) => (
  <div className="tree-and-list">
    <Card size="small" title="组织树">
      <OrganizationTree chosen={within} onChoose={onChoose} />
    </Card>
    <Card size="small">{children}</Card>
  </div>
);
