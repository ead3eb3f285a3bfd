import type { TableProps } from 'antd';

/** Lines ticked over many pages. Everything is chosen by the bar above; a box in the heading is also one in a hidden row. */
export const tickingOf = <Row>(
  ticked: readonly string[],
  onTicked: (ticked: readonly string[]) => void,
): NonNullable<TableProps<Row>['rowSelection']> => ({
  selectedRowKeys: [...ticked],
  preserveSelectedRowKeys: true,
  hideSelectAll: true,
  onChange: (keys) => onTicked(keys.map(String)),
});
