import { useQuery } from '@tanstack/react-query';

const pageSize = 200;
/** A paper of more lines is a file, not a paper. */
export const rowsMax = 5_000;

export interface Whole<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

type Ask<Row> = (paging: { readonly page: number; readonly pageSize: number }) => Promise<{
  readonly data?: { readonly items: readonly Row[]; readonly total: number };
}>;

/** Every line of a window, page after page, `rowsMax` at most. */
async function wholeOf<Row>(ask: Ask<Row>): Promise<Whole<Row>> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await ask({ page, pageSize });
    rows.push(...(data?.items ?? []));
    const total = data?.total ?? rows.length;
    if (!data || data.items.length === 0 || rows.length >= Math.min(total, rowsMax)) return { rows, total };
  }
}

/** A window whole, for paper; `name` says which and under what filter. */
export const useWhole = <Row>(name: readonly unknown[], isAsked: boolean, ask: Ask<Row>) =>
  useQuery({ queryKey: ['paper', ...name], queryFn: () => wholeOf(ask), enabled: isAsked });
