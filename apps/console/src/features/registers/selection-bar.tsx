import { useMutation } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { http } from '../../api/client.js';
import { problemFrom } from '../../api/problem.js';
import { ExportForm } from './export-form.js';

interface Props {
  /** `name=value` of the address. */
  readonly filters: readonly string[];
  readonly text: string;
  readonly ticked: readonly string[];
  /** Everybody whom the filters find now. */
  readonly total: number;
  /** Of the list as it is shown; a file has the same. */
  readonly columns: readonly string[];
  readonly onClear: () => void;
}

const tickedMax = 200;

/** Lines ticked over many pages, or everybody whom the filters find: what is done is done with what the server said. */
export function SelectionBar({ filters, text, ticked, total, columns, onClear }: Props) {
  const { message } = App.useApp();
  const choose = useMutation({
    mutationFn: async (everybody: boolean) => {
      const narrowed = everybody
        ? { filters: [...filters], ...(text ? { text } : {}) }
        : { filters: filters.filter((one) => one.startsWith('on=')), volunteerIds: [...ticked] };
      const { data } = await http.POST('/api/volunteers/selection', { body: narrowed });
      return { ...(data as { selection: string; count: number }), everybody };
    },
    onError: (error) => void message.error(problemFrom(error).detail),
  });
  const chosen = choose.data;
  return (
    <Space wrap size="small" className="selection-bar" role="group" aria-label="选定">
      <span>已勾选 {ticked.length} 人</span>
      {ticked.length > 0 && (
        <>
          <Button size="small" onClick={onClear}>
            取消勾选
          </Button>
          <Button
            size="small"
            disabled={ticked.length > tickedMax}
            loading={choose.isPending}
            onClick={() => choose.mutate(false)}
          >
            导出勾选的
          </Button>
          {ticked.length > tickedMax && <span>一次最多勾选 {tickedMax} 人，更多请按条件选定全部</span>}
        </>
      )}
      <Button size="small" disabled={total === 0} loading={choose.isPending} onClick={() => choose.mutate(true)}>
        选定全部 {total} 人并导出
      </Button>
      {chosen && (
        <ExportForm
          key={chosen.selection}
          chosen={chosen}
          columns={columns}
          onAgain={() => choose.mutate(chosen.everybody)}
          onClose={choose.reset}
        />
      )}
    </Space>
  );
}
