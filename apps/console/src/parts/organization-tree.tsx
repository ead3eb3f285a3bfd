import { Tree, TreeSelect, type TreeProps } from 'antd';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../api/client.js';
import { useMe } from '../frame/session.js';
import type { RowOf } from '../api/query.js';

type Organization = RowOf<'/api/organizations'>;

interface Node {
  readonly key: string;
  readonly value: string;
  readonly title: string;
  readonly isLeaf: boolean;
  readonly children?: Node[];
}

const pageSize = 200;

/** All direct children, however many pages they take. */
async function childrenOf(organizationId: string): Promise<Organization[]> {
  const found: Organization[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await http.GET('/api/organizations/{organizationId}/children', {
      params: { path: { organizationId }, query: { page, pageSize } },
    });
    found.push(...(data?.items ?? []));
    if (!data || page * pageSize >= data.total) return found;
  }
}

async function one(organizationId: string): Promise<Organization | null> {
  const { data } = await http.GET('/api/organizations/{organizationId}', { params: { path: { organizationId } } });
  return data ?? null;
}

/** The bodies that somebody's roles stand on, and below them what was opened. */
function useNodes(): { readonly nodes: Node[]; readonly open: (organizationId: string) => Promise<void> } {
  const roots = [...new Set(useMe().grants.flatMap(({ organizationId }) => organizationId ?? []))];
  const [opened, setOpened] = useState<readonly string[]>([]);
  const tops = useQueries({ queries: roots.map((id) => ({ queryKey: ['organization', id], queryFn: () => one(id) })) });
  const below = useQueries({
    queries: opened.map((id) => ({ queryKey: ['organization-children', id], queryFn: () => childrenOf(id) })),
  });
  const children = new Map(opened.map((id, index) => [id, below[index]?.data] as const));
  const nodeOf = ({ organizationId, name, childCount }: Organization): Node => ({
    key: organizationId,
    value: organizationId,
    title: childCount > 0 ? `${name}（${childCount}）` : name,
    isLeaf: childCount === 0,
    ...(children.get(organizationId) ? { children: children.get(organizationId)?.map(nodeOf) } : {}),
  });
  const open = async (id: string): Promise<void> => setOpened((now) => (now.includes(id) ? now : [...now, id]));
  return { nodes: tops.flatMap(({ data }) => (data ? [nodeOf(data)] : [])), open };
}

interface TreeOfProps {
  readonly chosen: string | undefined;
  readonly onChoose: (organizationId: string | undefined) => void;
}

/** The organizations of one's own scope, opened step by step. */
export function OrganizationTree({ chosen, onChoose }: TreeOfProps) {
  const { nodes, open } = useNodes();
  const loadData: TreeProps<Node>['loadData'] = ({ key }) => open(String(key));
  return (
    <Tree<Node>
      aria-label="党组织"
      blockNode
      treeData={nodes}
      loadData={loadData}
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelect={([key]) => onChoose(key === undefined ? undefined : String(key))}
    />
  );
}

interface SelectProps<Value> {
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
  readonly id?: string;
}

/** Opened and searched as the tree is. */
function useTreeOfChoice() {
  const { nodes, open } = useNodes();
  return {
    treeData: nodes,
    loadData: ({ value }: { readonly value?: unknown }) => open(String(value)),
    placeholder: '请从组织树中选取',
    style: { width: '100%' },
    showSearch: { treeNodeFilterProp: 'title' },
  } as const;
}

/** Chosen from the tree, never typed. */
export function OrganizationSelect({ value, onChange, id }: SelectProps<string>) {
  return <TreeSelect {...useTreeOfChoice()} id={id} value={value} onChange={onChange} />;
}

/** Several of them. */
export function OrganizationsSelect({ value, onChange, id }: SelectProps<string[]>) {
  return <TreeSelect {...useTreeOfChoice()} multiple id={id} value={value} onChange={onChange} />;
}
