import { Alert, Button, Empty, Space, Spin } from 'antd';
import { useState, type ReactNode } from 'react';
import { printMark } from '#libs/forms/print-mark.zh';
import { useMe } from '../../frame/session.js';
import { instantText } from '../../parts/clock.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { rowsMax, type Whole } from './pages-of.js';

export interface SheetColumn<Row> {
  readonly title: string;
  readonly text: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly title: string;
  /** What stands between the title and the table: whose, of which day. */
  readonly head: readonly string[];
  readonly foot: string;
  readonly answer: { readonly data?: Whole<Row> | undefined; readonly error: unknown; readonly isFetching: boolean };
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly SheetColumn<Row>[];
}

/** A list as paper: plain HTML, so that the browser repeats its heads on every sheet and breaks no line in two. */
export function Sheet<Row>({ title, head, foot, answer, keyOf, columns }: Props<Row>) {
  const { data, error, isFetching } = answer;
  const { displayName } = useMe();
  const [openedAt] = useState(() => instantText(new Date().toISOString()));
  if (error) return <ProblemAlert error={error} />;
  if (!data) return isFetching ? <Spin /> : <Empty description="请在上面选取要打印的内容" />;
  return (
    <>
      <Space className="no-print">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <span>共 {data.rows.length} 行，A4 纸</span>
        {data.total > rowsMax && <Alert type="warning" showIcon title={`只打印前 ${rowsMax} 行，请选取下级党组织`} />}
      </Space>
      <section className="sheet-paper" aria-label={title}>
        <h2 className="paper-title">{title}</h2>
        <p className="sheet-paper-head">
          {head.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">序号</th>
              {columns.map((column) => (
                <th scope="col" key={column.title}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row, index) => (
              <tr key={keyOf(row)}>
                <td>{index + 1}</td>
                {columns.map((column) => (
                  <td key={column.title}>{column.text(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td className="print-mark" colSpan={columns.length + 1}>
                {printMark(displayName, openedAt)}
              </td>
            </tr>
          </tfoot>
        </table>
        <p>{foot}</p>
      </section>
    </>
  );
}
