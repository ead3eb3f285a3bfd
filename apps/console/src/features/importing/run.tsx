import { Alert, Button, Progress, Result, Space, Statistic, Table, Tag } from 'antd';
import { minutesText, orDash } from '../../parts/words.js';
import { saveResult } from './result-file.js';
import type { ImportPreview, ImportRun } from './asked.js';

interface UnderWayProps {
  readonly run: ImportRun;
  readonly isCutOff: boolean;
  readonly onStop: () => void;
}

export const UnderWay = ({ run, isCutOff, onStop }: UnderWayProps) => (
  <div className="stack">
    {isCutOff && (
      <Alert type="warning" showIcon title="连接中断，正在重新连接。写入在服务器上继续进行，不会丢失或重复。" />
    )}
    <Progress
      aria-label="写入进度"
      percent={run.total === 0 ? 0 : Math.floor((100 * run.done) / run.total)}
      format={() => `${run.done}/${run.total}`}
    />
    <Space>
      <span role="status">
        正在写入，已办完 {run.done} 项，共 {run.total} 项。可以离开本页，写入不会停。
      </span>
      <Button onClick={onStop}>停下</Button>
    </Space>
  </div>
);

const colors = { WRITTEN: 'green', EXISTING: 'default', REFUSED: 'red' } as const;

const Rows = ({ rows }: { readonly rows: ImportRun['rows'] }) => (
  <Table<ImportRun['rows'][number]>
    size="small"
    rowKey={({ row, subject, position }) => `${row} ${subject} ${position}`}
    dataSource={rows}
    pagination={{ pageSize: 50, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 条` }}
    columns={[
      { title: '行号', width: 80, render: (_none, { row }) => row ?? '表头' },
      { title: '对象', width: 90, dataIndex: 'subject' },
      {
        title: '结果',
        width: 110,
        filters: [
          { text: '已写入', value: 'WRITTEN' },
          { text: '已存在', value: 'EXISTING' },
          { text: '被拒绝', value: 'REFUSED' },
        ],
        onFilter: (value, { outcome }) => outcome === value,
        render: (_none, { outcome, outcomeName }) => <Tag color={colors[outcome]}>{outcomeName}</Tag>,
      },
      { title: '志愿者编号', width: 130, render: (_none, { volunteerNumber }) => orDash(volunteerNumber) },
      { title: '台账位置或原因', render: (_none, { refusal, position }) => refusal ?? orDash(position) },
    ]}
  />
);

const Minutes = ({ minutes }: { readonly minutes: ImportRun['minutes'] }) =>
  minutes && (
    <Alert
      type="info"
      showIcon
      title={`表中可写入 ${minutesText(minutes.fileMinutes)}，台账已计入 ${minutesText(minutes.creditedMinutes)}，待批准 ${minutesText(minutes.heldMinutes)}，与已有时长重叠 ${minutesText(minutes.conflictedMinutes)}。签到记录须由另一人确认后计入。`}
    />
  );

interface EndedProps {
  readonly run: ImportRun;
  readonly preview: ImportPreview;
  readonly onAgain: () => void;
  readonly onNext: () => void;
}

/** What became of the sheet, row by row, and a file of it. */
export function Ended({ run, preview, onAgain, onNext }: EndedProps) {
  if (run.state !== 'DONE')
    return (
      <Result
        status="warning"
        title={run.state === 'STOPPED' ? '已停下' : '没有写完'}
        subTitle={run.message}
        extra={
          <Button type="primary" onClick={onAgain}>
            接着写入
          </Button>
        }
      />
    );
  return (
    <div className="stack">
      <Alert type={run.refused > 0 ? 'warning' : 'success'} showIcon title={`导入完成，批次 ${orDash(run.batchId)}`} />
      <div className="cards">
        <Statistic title="已写入" value={run.written} />
        <Statistic title="已存在（以前写入的）" value={run.existing} />
        <Statistic title="被拒绝" value={run.refused} />
      </div>
      <Minutes minutes={run.minutes} />
      <Space>
        <Button type="primary" onClick={() => saveResult(run, preview)}>
          下载结果文件
        </Button>
        <Button onClick={onNext}>再导入一份表</Button>
      </Space>
      <Rows rows={run.rows} />
    </div>
  );
}
