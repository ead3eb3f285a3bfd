import { Alert, Button, Card, Checkbox, Empty, Space, Statistic, Table, Tag } from 'antd';
import { useState } from 'react';
import { instantText } from '../../parts/clock.js';
import type { ImportPreview } from './asked.js';

type FaultyRow = ImportPreview['faultyRows'][number];

const plain = (label: string): string => label.normalize('NFKC').replace(/\s/gu, '');

/** The row as it stands in the sheet; what is wrong is marked in its place, and what to do stands under it. */
const RowInPlace = ({ cells, faults }: FaultyRow) => {
  const marked = new Map(faults.map(({ column, severity }) => [plain(column), severity]));
  return (
    <div>
      <div className="sheet-cells">
        {cells.map(({ label, text }) => {
          const severity = marked.get(plain(label));
          return (
            <span key={label} className={severity === undefined ? 'sheet-cell' : `sheet-cell sheet-cell-${severity}`}>
              <small>{label}</small> {text === '' ? '（空）' : text}
            </span>
          );
        })}
      </div>
      <ul className="sheet-faults">
        {faults.map(({ column, severity, message }) => (
          <li key={`${column} ${message}`}>
            <Tag color={severity === 'fault' ? 'red' : 'gold'}>{severity === 'fault' ? '错误' : '提醒'}</Tag>
            {column}：{message}
          </li>
        ))}
      </ul>
    </div>
  );
};

interface NamesakeProps {
  readonly accepted: readonly number[];
  readonly onAccept: (row: number, isOther: boolean) => void;
}

function FaultyRows({ rows, accepted, onAccept }: { readonly rows: ImportPreview['faultyRows'] } & NamesakeProps) {
  return (
    <Table<FaultyRow>
      size="small"
      rowKey="row"
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 行` }}
      locale={{ emptyText: <Empty description="每一行都没有错误" /> }}
      columns={[
        { title: '行号', width: 70, dataIndex: 'row' },
        { title: '表中内容和问题', render: (_none, row) => <RowInPlace {...row} /> },
        {
          title: '处理',
          width: 140,
          render: (_none, { row, faults }) =>
            faults.some(({ code }) => code === 'possible_duplicate') || accepted.includes(row) ? (
              <Checkbox checked={accepted.includes(row)} onChange={({ target }) => onAccept(row, target.checked)}>
                确为另一人
              </Checkbox>
            ) : null,
        },
      ]}
    />
  );
}

const Said = ({ preview }: { readonly preview: ImportPreview }) => (
  <>
    {preview.batch && (
      <Alert
        type="info"
        showIcon
        title={
          preview.batch.finishedAt === null
            ? `这份表已于 ${instantText(preview.batch.startedAt)} 开始导入，这次接着进行，已写入的不会重复。`
            : `这份表已于 ${instantText(preview.batch.finishedAt)} 导入完成，不会再写入任何内容。`
        }
      />
    )}
    {preview.obstacles.map((obstacle) => (
      <Alert key={obstacle} type="error" showIcon title={`不能导入：${obstacle}`} />
    ))}
    {[...preview.remarks, ...preview.notes].length > 0 && (
      <Alert
        type="info"
        title="请核对"
        description={
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {[...preview.remarks, ...preview.notes].map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        }
      />
    )}
  </>
);

interface PreviewProps extends NamesakeProps {
  readonly preview: ImportPreview;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onAgain: () => void;
  readonly onWrite: () => void;
}

/** Everything to be seen before the yes; nothing has been written. */
export function Preview({ preview, isBusy, onBack, onAgain, onWrite, accepted, onAccept }: PreviewProps) {
  const [declared, setDeclared] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const mayWrite = preview.obstacles.length === 0 && !isChanged && (declared || preview.declarations.length === 0);
  const accept: NamesakeProps['onAccept'] = (row, isOther) => {
    setChanged(true);
    onAccept(row, isOther);
  };
  return (
    <div className="stack">
      <div className="cards">
        <Statistic title="表中行数" value={preview.rowsRead} />
        <Statistic title="可写入" value={preview.rowsToWrite} />
        <Statistic title="错误（所在行不写入）" value={preview.faultCount} />
        <Statistic title="提醒" value={preview.warningCount} />
      </div>
      <Said preview={preview} />
      <Card size="small" title="有错误或提醒的行">
        <FaultyRows rows={preview.faultyRows} accepted={accepted} onAccept={accept} />
      </Card>
      {preview.declarations.map((declaration) => (
        <Checkbox key={declaration} checked={declared} onChange={({ target }) => setDeclared(target.checked)}>
          {declaration}
        </Checkbox>
      ))}
      <Space>
        <Button onClick={onBack}>返回修改</Button>
        <Button onClick={onAgain} loading={isBusy}>
          重新预检
        </Button>
        <Button type="primary" disabled={!mayWrite} loading={isBusy} onClick={onWrite}>
          {preview.batch?.finishedAt ? '查看结果' : `确认写入 ${preview.rowsToWrite} 行`}
        </Button>
      </Space>
      {isChanged && <Alert type="warning" showIcon title="处理有变化，请先重新预检" />}
    </div>
  );
}
