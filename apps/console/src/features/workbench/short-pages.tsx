import { Pagination } from 'antd';

/** Lines at once of a list in a card of the workbench. */
export const shortPageSize = 5;

/** Turns the pages of such a list, where there is more than one. */
export function ShortPages({
  page,
  total = 0,
  onTurn,
}: {
  readonly page: number;
  readonly total?: number | undefined;
  readonly onTurn: (page: number) => void;
}) {
  if (total <= shortPageSize) return null;
  return (
    <Pagination
      size="small"
      current={page}
      pageSize={shortPageSize}
      total={total}
      showSizeChanger={false}
      onChange={onTurn}
    />
  );
}
