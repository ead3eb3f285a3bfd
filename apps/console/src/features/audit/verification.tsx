import { Alert, Button, Card, Descriptions, Progress, Space, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { PersonSelect } from '../../parts/person-select.js';
import { useVerification, type Report } from './use-verification.js';

function Result({ report }: { readonly report: Report }) {
  const { faultCount, entries, size, root, faults } = report;
  return (
    <>
      <Alert
        type={faultCount === 0 ? 'success' : 'error'}
        showIcon
        title={faultCount === 0 ? '校验通过：没有发现不符' : `发现 ${faultCount} 处不符，请立即停止写入，保留原样`}
      />
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: 'entries', label: '看过的记录', children: `${entries} 条，其中已封存 ${size} 条` },
          { key: 'root', label: '重算的根', children: <code>{root}</code> },
        ]}
      />
      {faults.length > 0 && (
        <Table
          size="small"
          rowKey={(row) => `${row.check} ${row.position ?? ''} ${row.stream ?? ''} ${row.detail ?? ''}`}
          pagination={false}
          dataSource={[...faults]}
          columns={[
            { title: '不符', dataIndex: 'check' },
            { title: '位置', dataIndex: 'position' },
            {
              title: '流',
              render: (_none, { stream }) => stream && <Link to={`/audit/streams/${stream}`}>{stream}</Link>,
            },
            { title: '说明', dataIndex: 'detail' },
          ]}
        />
      )}
    </>
  );
}

function WholeLog() {
  const { verification, start, stop } = useVerification();
  const { state, entries, total, report, failed } = verification;
  const percent = state === 'ended' ? 100 : Math.min(99, Math.floor((100 * entries) / Math.max(1, total)));
  return (
    <Card size="small" title="校验整本台账">
      <div className="stack">
        <Alert
          type="info"
          showIcon
          title="从第一条起重算每条的哈希、签名、前后相接和整本的根，与所有检查点比对。只读，不写入；离开本页即停止。"
          description="这是台账单位自己的机器在算。要不依赖它，请取履历包和检查点，用下面的离线校验网页在您自己的电脑上校验。"
        />
        <Space>
          <Button type="primary" loading={state === 'running'} onClick={() => void start()}>
            开始校验
          </Button>
          {state === 'running' && <Button onClick={stop}>停止</Button>}
        </Space>
        {state !== 'idle' && state !== 'failed' && (
          <Progress
            aria-label="校验进度"
            percent={percent}
            format={() => (state === 'ended' ? `${report?.entries ?? 0} 条` : `${entries} / ${total} 条`)}
          />
        )}
        {failed && <Alert type="warning" showIcon title={failed} />}
        {report && <Result report={report} />}
      </div>
    </Card>
  );
}

function TakeAway() {
  const [volunteerId, setVolunteerId] = useState<string | undefined>();
  return (
    <Card size="small" title="取走证据，离线校验">
      <div className="stack">
        <Space wrap>
          <PersonSelect label="志愿者" {...(volunteerId ? { value: volunteerId } : {})} onChange={setVolunteerId} />
          {volunteerId ? (
            <a href={`/api/audit/bundles/${volunteerId}`} download>
              下载履历包
            </a>
          ) : (
            '先选取一个人，再下载其履历包'
          )}
        </Space>
        <div>履历包里是此人的全部记录和证明，个人信息仍是密文。检查点另外取，最好照纸面。</div>
        <Link to="/audit/checkpoints">去取检查点</Link>
        <a href="/api/audit/verifier-page" download>
          下载离线校验网页
        </a>
        <div>断网打开这个网页，选履历包、策略文件和检查点即可校验；先核对它的 SHA-256 与密钥登记表上的一致。</div>
      </div>
    </Card>
  );
}

/** The whole log checked anew with progress; bundles and the page that checks them elsewhere. */
export default function VerificationPage() {
  return (
    <div className="stack">
      <WholeLog />
      <TakeAway />
    </div>
  );
}
