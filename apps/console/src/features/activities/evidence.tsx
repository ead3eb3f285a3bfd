import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Empty, Space, Tag } from 'antd';
import { api } from '../../api/client.js';
import { problemFrom, Refusal } from '../../api/problem.js';
import type { AnswerOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { List } from '../../parts/list.js';
import { wordOf } from '../../parts/ledger-words.js';
import { saveFile } from '../../parts/save-file.js';
import { useTurning } from '../../parts/turning.js';
import { orDash } from '../../parts/words.js';
import { AddEvidence } from './add-evidence.js';
import { evidenceFile, fileNameOf, sizeText, type Evidence as Row } from './upload-evidence.js';

/** The line stands for ever; the file may have gone with somebody's data. */
function whyNot(error: unknown): string {
  if (error instanceof Refusal && error.problem.status === 404)
    return '文件已随个人信息的删除依法销毁，不能再取出；登记和哈希仍在。';
  const { detail, title } = problemFrom(error);
  return detail ?? title;
}

/** What proves an activity: each file with its kind, its size and the hash under which it lies in the house. */
export function Evidence({
  activity: { activityId, held, cancelledOn },
}: {
  readonly activity: AnswerOf<'/api/activities/{activityId}'>;
}) {
  const mayAdd = useMay('AddEvidence');
  const turning = useTurning(50);
  const answer = api.useQuery('get', '/api/activities/{activityId}/evidence', {
    params: { path: { activityId }, query: turning.asked },
  });
  const download = useMutation({
    mutationFn: async (row: Row) => saveFile(fileNameOf(row), await evidenceFile(row)),
  });
  const sessionOf = (sessionId: string | null): string => {
    const session = held.find((one) => one.sessionId === sessionId);
    return session ? `${session.heldOn} ${session.startsAt}` : '整个活动';
  };
  return (
    <>
      <div className="toolbar">
        {mayAdd && cancelledOn === null && <AddEvidence activityId={activityId} held={held} />}
      </div>
      {download.error && <Alert type="error" showIcon title={whyNot(download.error)} />}
      <List<Row>
        rowKey="evidenceId"
        size="small"
        answer={answer}
        turning={turning}
        empty={<Empty description="还没有佐证：签到表、照片、证明材料" />}
        columns={[
          { title: '说明', dataIndex: 'caption', render: orDash },
          {
            title: '类别',
            render: (_none, { evidenceKind, showsMinor, usedElsewhere }) => (
              <Space wrap>
                {wordOf(evidenceKind)}
                {showsMinor && <Tag>有未成年人，监护人已同意</Tag>}
                {usedElsewhere > 0 && <Tag color="gold">另有 {usedElsewhere} 项活动用了同一文件</Tag>}
              </Space>
            ),
          },
          { title: '场次', render: (_none, { sessionId }) => sessionOf(sessionId) },
          { title: '格式', dataIndex: 'contentType' },
          { title: '大小', className: 'number', render: (_none, { bytes }) => sizeText(bytes) },
          {
            title: '哈希（SHA-256）',
            dataIndex: 'sha256',
            render: (sha256: string) => <code style={{ wordBreak: 'break-all' }}>{sha256}</code>,
            width: 280,
          },
          { title: '登记日期', dataIndex: 'addedOn' },
          {
            title: '办理',
            render: (_none, row) => (
              <Button
                size="small"
                loading={download.isPending && download.variables.evidenceId === row.evidenceId}
                onClick={() => download.mutate(row)}
              >
                下载
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
