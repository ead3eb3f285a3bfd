import { Form, Select, TreeSelect } from 'antd';
import { roleNames, roles, type Role } from '#libs/access/actor';
import type { components } from '../../api/api.js';

export type OrganizationName = components['schemas']['OrganizationName'];

interface Node {
  readonly value: string;
  readonly title: string;
  readonly children: Node[];
}

/** Names with their parents, as a tree; a name whose parent is not there stands at the top. */
export function treeOf(names: readonly OrganizationName[]): Node[] {
  const nodes = new Map(
    names.map(({ organizationId, name }): [string, Node] => [
      organizationId,
      { value: organizationId, title: name, children: [] },
    ]),
  );
  const tops: Node[] = [];
  for (const { organizationId, parentId } of names) {
    const node = nodes.get(organizationId);
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (node) (parent?.children ?? tops).push(node);
  }
  return tops;
}

const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }));

export interface TypedGrant {
  readonly role: Role;
  readonly organizationId?: string;
}

/** Role and the organization it holds for. */
export function GrantFields({ organizations }: { readonly organizations: readonly OrganizationName[] }) {
  return (
    <>
      <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选取角色' }]}>
        <Select options={roleOptions} />
      </Form.Item>
      <Form.Item noStyle dependencies={['role']}>
        {({ getFieldValue }) =>
          getFieldValue('role') !== 'SYSTEM_ADMINISTRATOR' && (
            <Form.Item
              name="organizationId"
              label="管理范围（此党组织及其下级）"
              rules={[{ required: true, message: '请选取管理范围' }]}
            >
              <TreeSelect
                treeData={treeOf(organizations)}
                treeDefaultExpandAll
                showSearch={{ treeNodeFilterProp: 'title' }}
                placeholder="请从组织树中选取"
              />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}
