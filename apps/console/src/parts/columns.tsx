import { Button, Checkbox, Popover, type TableColumnType } from 'antd';
import { SettingOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** A column that somebody may hide, under a name of letters. */
export interface Column<Row> extends TableColumnType<Row> {
  readonly key: string;
  readonly title: string;
  /** Stands there always: a line without it is nobody's. */
  readonly always?: true;
  /** Hidden until it is chosen. */
  readonly extra?: true;
}

export interface Columns<Row> {
  readonly all: readonly Column<Row>[];
  readonly shown: Column<Row>[];
  /** Empty where the page chooses by itself. */
  readonly chosen: readonly string[];
  choose(keys: readonly string[]): void;
}

/** The columns of a register as the address says, so that reload, back and a saved view show the same. */
export function useColumns<Row>(all: readonly Column<Row>[]): Columns<Row> {
  const [params, setParams] = useSearchParams();
  const said = params.get('columns') ?? '';
  return useMemo(() => {
    const chosen = said === '' ? [] : said.split(',');
    const usual = all.filter(({ extra }) => !extra);
    const isShown = ({ key, always }: Column<Row>): boolean => always === true || chosen.includes(key);
    return {
      all,
      chosen,
      shown: chosen.length === 0 ? usual : all.filter(isShown),
      choose: (keys) =>
        setParams((before) => {
          const next = new URLSearchParams(before);
          const isUsual = usual.length === keys.length && usual.every(({ key }) => keys.includes(key));
          if (isUsual) next.delete('columns');
          else next.set('columns', keys.join(','));
          return next;
        }),
    };
  }, [all, said, setParams]);
}

/** Which columns are shown. */
export function ColumnChoice<Row>({ columns }: { readonly columns: Columns<Row> }) {
  const options = columns.all.map(({ key, title, always }) => ({ value: key, label: title, disabled: always }));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={
        <Checkbox.Group
          className="column-choice"
          options={options}
          value={columns.shown.map(({ key }) => key)}
          onChange={(keys) => columns.choose(columns.all.map(({ key }) => key).filter((key) => keys.includes(key)))}
        />
      }
    >
      <Button icon={<SettingOutlined aria-hidden />}>列</Button>
    </Popover>
  );
}
