import { useMutation } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { problemFrom } from '../api/problem.js';
import { chosenRegisters, type ChosenRegister } from './chosen-register.js';
import { ExportForm } from './export-form.js';

interface Props {
  readonly register: ChosenRegister;
  /** `name=value` of the address. */
  readonly filters: readonly string[];
  readonly text: string;
  readonly ticked: readonly string[];
  /** Everything that the filters find now. */
  readonly total: number;
  /** Of the list as it is shown; a file has the same. */
  readonly columns: readonly string[];
  readonly onClear: () => void;
}

const tickedMax = 200;

/** Lines ticked over many pages, or everything that the filters find: what is done is done with what the server said. */
export function SelectionBar({ register, filters, text, ticked, total, columns, onClear }: Props) {
  const { message } = App.useApp();
  const { unit, shown, choose: chooseFrom } = chosenRegisters[register];
  const choose = useMutation({
    mutationFn: async (everything: boolean) => {
      const answer = everything
        ? await chooseFrom({ filters: [...filters], ...(text ? { text } : {}) }, undefined)
        : await chooseFrom({ filters: filters.filter((one) => one.startsWith(`${shown}=`)) }, ticked);
      return { ...answer, everything };
    },
    onError: (error) => void message.error(problemFrom(error).detail),
  });
  const chosen = choose.data;
  return (
    <Space wrap size="small" className="selection-bar" role="group" aria-label="选定">
      <span>
        已勾选 {ticked.length} {unit}
      </span>
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
          {ticked.length > tickedMax && (
            <span>
              一次最多勾选 {tickedMax} {unit}，更多请按条件选定全部
            </span>
          )}
        </>
      )}
      <Button size="small" disabled={total === 0} loading={choose.isPending} onClick={() => choose.mutate(true)}>
        选定全部 {total} {unit}并导出
      </Button>
      {chosen && (
        <ExportForm
          key={chosen.selection}
          register={register}
          chosen={chosen}
          columns={columns}
          onAgain={() => choose.mutate(chosen.everything)}
          onClose={choose.reset}
        />
      )}
    </Space>
  );
}
