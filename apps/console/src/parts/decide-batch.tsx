import { lateReasons, type LateReason } from '#libs/kernel/late-reasons';
import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Progress, Select, Space, Table, Tag, Tooltip } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { queries } from '../api/client.js';
import { mayGiveForOthers, useMe } from '../frame/session.js';
import {
  approveBatch,
  attestBatch,
  type BatchRow,
  type BatchRun,
  type WaitingBatch,
} from './batch-acts.js';
import { wordOf } from './ledger-words.js';
import { PersonLink } from './person-link.js';
import { ProblemAlert } from './problem-alert.js';
import { minutesText, orDash } from './words.js';

const outcomes = {
  WRITTEN: { color: 'green', icon: <CheckCircleOutlined />, text: '已记入' },
  EXISTING: { color: 'default', icon: <MinusCircleOutlined />, text: '此前已办' },
  REFUSED: { color: 'red', icon: <CloseCircleOutlined />, text: '未记入' },
} as const;

const numberOf = (rows: readonly BatchRow[], outcome: BatchRow['outcome']): number =>
  rows.filter((row) => row.outcome === outcome).length;

/** What a decision about a batch came to. */
export interface BatchDecided {
  /** 确认 or 批准. */
  readonly verb: string;
  readonly rows: readonly BatchRow[];
}

/** A line for each row of the sheet, those that were refused first. */
function Rows({ rows }: { readonly rows: readonly BatchRow[] }) {
  const shown = rows.toSorted(
    (a, b) => Number(b.outcome === 'REFUSED') - Number(a.outcome === 'REFUSED') || a.row - b.row,
  );
  return (
    <Table<BatchRow>
      size="small"
      rowKey="entryId"
      dataSource={shown}
      pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 行` }}
      scroll={{ y: 360 }}
      columns={[
        { title: '表中行号', width: 90, dataIndex: 'row' },
        {
          title: '结果',
          width: 120,
          render: (_none, { outcome }) => (
            <Tag color={outcomes[outcome].color} icon={outcomes[outcome].icon}>
              {outcomes[outcome].text}
            </Tag>
          ),
        },
        {
          title: '志愿者',
          width: 100,
          render: (_none, { volunteerId }) => <PersonLink volunteerId={volunteerId} name="查看档案" />,
        },
        { title: '台账位置或原因', render: (_none, { refusal, position }) => refusal ?? orDash(position) },
      ]}
    />
  );
}

/**
 * Counts, and a line for every row. It stands beside what is decided, not in it: a batch of which nothing waits any more leaves
 * its list.
 */
export const BatchDecision = ({
  decided,
  onClose,
}: {
  readonly decided: BatchDecided | undefined;
  readonly onClose: () => void;
}) => (
  <Modal
    open={decided !== undefined}
    title={
      decided &&
      `已${decided.verb} ${numberOf(decided.rows, 'WRITTEN')} 条，未${decided.verb} ${numberOf(decided.rows, 'REFUSED')} 条`
    }
    width={760}
    footer={null}
    onCancel={onClose}
    destroyOnHidden
  >
    {decided && <Rows rows={decided.rows} />}
  </Modal>
);

interface ActProps {
  /** 确认 or 批准. */
  readonly verb: string;
  readonly label: string;
  readonly count: number;
  readonly minutes: number;
  /** Why not, where this person may not. */
  readonly bar: string | undefined;
  readonly run: BatchRun;
  readonly onDecided: (decided: BatchDecided) => void;
  readonly children: ReactNode;
}

/** Asked once more with its numbers, and told how far it is. */
function Act({ verb, label, count, minutes, bar, run, onDecided, children }: ActProps) {
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<readonly [number, number]>([0, 0]);
  const underWay = useRef(false);
  const act = useMutation({
    mutationFn: () => run((rows, all) => setDone([rows, all])),
    onSuccess: (rows) => {
      setOpen(false);
      onDecided({ verb, rows });
    },
    onSettled: () => {
      underWay.current = false;
      void queries.invalidateQueries();
    },
  });
  const begin = (): void => {
    if (underWay.current) return;
    underWay.current = true;
    act.mutate();
  };
  const open = (): void => {
    setDone([0, 0]);
    act.reset();
    setOpen(true);
  };
  return (
    <>
      <Tooltip title={bar}>
        <Button onClick={open} disabled={bar !== undefined || count === 0}>
          {label} {count} 条
        </Button>
      </Tooltip>
      <Modal
        open={isOpen}
        title={`将${verb} ${count} 条，合计 ${minutesText(minutes)}`}
        cancelText="取消"
        okText={verb}
        onCancel={() => setOpen(false)}
        onOk={begin}
        okButtonProps={{ loading: act.isPending }}
        mask={{ closable: !act.isPending }}
      >
        {children}
        {act.isPending && done[1] > 0 && (
          <Progress percent={Math.floor((100 * done[0]) / done[1])} format={() => `${done[0]} / ${done[1]}`} />
        )}
        <ProblemAlert error={act.error} />
      </Modal>
    </>
  );
}

interface Props {
  readonly batch: WaitingBatch;
  readonly onDecided: (decided: BatchDecided) => void;
}

/** The two decisions about a batch of sign-in sheets: by a second person that they served, by a third that it came late. */
export function DecideBatch({ batch, onDecided }: Props) {
  const me = useMe();
  const [reason, setReason] = useState<LateReason>('PAPER_SHEET_DELAYED');
  const isOwn = batch.accountId === me.accountId;
  const barOf = (command: string): string | undefined => {
    if (!mayGiveForOthers(me, command)) return '您的角色不办理此事';
    return isOwn ? '签到表由本账号导入，须由另一人办理' : undefined;
  };
  return (
    <Space wrap>
      <Act
        verb="确认"
        label="确认签到"
        count={batch.unattested}
        minutes={batch.unattestedMinutes}
        bar={barOf('AttestAttendance')}
        onDecided={onDecided}
        run={attestBatch(batch.batchId)}
      >
        <p>确认表中的人确实按表中的时间服务。逐行记入，每行给出结果；自己参加的服务由他人确认。</p>
      </Act>
      <Act
        verb="批准"
        label="批准逾期补录"
        count={batch.late}
        minutes={batch.lateMinutes}
        bar={barOf('ApproveServiceHours')}
        onDecided={onDecided}
        run={approveBatch(batch.batchId, reason)}
      >
        <p>当日超过 8 小时的不在内，须逐条批准；登记或确认过其中时长的人不能批准。</p>
        <Select<LateReason>
          aria-label="逾期原因"
          value={reason}
          onChange={setReason}
          style={{ width: 240 }}
          options={lateReasons.map((value) => ({ value, label: wordOf(value) }))}
        />
      </Act>
    </Space>
  );
}
