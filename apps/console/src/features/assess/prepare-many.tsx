import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Empty, Progress, type TableProps } from 'antd';
import { useRef, useState } from 'react';
import { api, queries } from '../../api/client.js';
import { give } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { problemFrom } from '../../api/problem.js';
import { List } from '../../parts/list.js';
import { minutesText } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';
import type { BoardAsked } from './asked.js';
import { Side } from '../../parts/side.js';

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly reached: string;
}

type Kind = 'volunteer' | 'team';
type Outcome = { readonly position: string } | { readonly fault: string };

const prepare = (kind: Kind, id: string, year: number, key: string) =>
  kind === 'volunteer'
    ? give(
        '/api/reviews/volunteers/{volunteerId}/{year}/preparation',
        { path: { volunteerId: id, year }, body: {} },
        key,
      )
    : give('/api/reviews/teams/{teamId}/{year}/preparation', { path: { teamId: id, year }, body: {} }, key);

/** One command for each, under a key of its own: what was cut off is done again without a second record. */
function usePreparing(kind: Kind, year: number) {
  const keys = useRef(new Map<string, string>());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [left, setLeft] = useState(0);
  const one = async (id: string): Promise<Outcome> => {
    const key = keys.current.get(id) ?? newId();
    keys.current.set(id, key);
    try {
      const { position } = await prepare(kind, id, year, key);
      keys.current.delete(id);
      return { position };
    } catch (error) {
      const { title, detail } = problemFrom(error);
      return { fault: detail ?? title };
    }
  };
  const prepareAll = async (ids: readonly string[]): Promise<void> => {
    setOutcomes(new Map());
    for (const [done, id] of ids.entries()) {
      setLeft(ids.length - done);
      const outcome = await one(id);
      setOutcomes((before) => new Map(before).set(id, outcome));
    }
    setLeft(0);
    await queries.invalidateQueries();
  };
  return { outcomes, left, prepareAll };
}

function useSubjects(kind: Kind, { year, within }: BoardAsked, turned: { page: number; pageSize: number }) {
  const params = { path: { year }, query: { ...turned, ...(within ? { within } : {}) } };
  const people = api.useQuery('get', '/api/years/{year}/volunteers', { params }, { enabled: kind === 'volunteer' });
  const teams = api.useQuery('get', '/api/years/{year}/teams', { params }, { enabled: kind === 'team' });
  const items: Subject[] =
    kind === 'volunteer'
      ? (people.data?.items ?? []).map(({ volunteerId, name, serviceMinutes }) => ({
          ...{ id: volunteerId, name, reached: minutesText(serviceMinutes) },
        }))
      : (teams.data?.items ?? []).map(({ teamId, name, activities }) => ({
          ...{ id: teamId, name, reached: `${activities}次` },
        }));
  const answer = kind === 'volunteer' ? people : teams;
  return { ...answer, data: answer.data && { items, total: answer.data.total } };
}

function Chooser({ kind, asked }: { readonly kind: Kind; readonly asked: BoardAsked }) {
  const turning = useTurning(50);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const answer = useSubjects(kind, asked, turning.asked);
  const { outcomes, left, prepareAll } = usePreparing(kind, asked.year);
  const faults = [...outcomes.values()].filter((one) => 'fault' in one).length;
  const columns: TableProps<Subject>['columns'] = [
    { title: kind === 'volunteer' ? '姓名' : '服务队', dataIndex: 'name' },
    { title: '已有', dataIndex: 'reached', className: 'number' },
    {
      title: '结果',
      render: (_none, { id }) => {
        const outcome = outcomes.get(id);
        if (!outcome) return null;
        return 'fault' in outcome ? (
          <span className="fault">
            <CloseCircleOutlined /> {outcome.fault}
          </span>
        ) : (
          <>
            <CheckCircleOutlined /> 已汇总，台账位置 {outcome.position}
          </>
        );
      },
    },
  ];
  return (
    <div className="stack">
      <Alert type="info" showIcon title="数字由系统从台账汇总，不能手填；再生成一次只更新数字有变的，已确认的不动。" />
      {outcomes.size > 0 && (
        <Progress percent={Math.round((100 * outcomes.size) / (outcomes.size + left))} aria-label="汇总进度" />
      )}
      {left === 0 && outcomes.size > 0 && (
        <Alert
          type={faults > 0 ? 'warning' : 'success'}
          showIcon
          title={`已汇总 ${outcomes.size - faults} 份${faults > 0 ? `，${faults} 份没有成功，原因见各行` : '，请关闭本窗口，逐份核对并确认结论'}`}
        />
      )}
      <List<Subject>
        rowKey="id"
        size="small"
        columns={columns}
        answer={answer as never}
        turning={turning}
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        empty={<Empty description="这一年名单上还没有人，请先登记造册" />}
      />
      <Button type="primary" disabled={chosen.length === 0} loading={left > 0} onClick={() => void prepareAll(chosen)}>
        生成 {chosen.length} 份初稿
      </Button>
    </div>
  );
}

/** Drafts of a year's reviews for those chosen, each with its result. */
export function PrepareMany({ kind, asked }: { readonly kind: Kind; readonly asked: BoardAsked }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        生成初稿
      </Button>
      <Side open={isOpen} onClose={() => setOpen(false)} title={`${asked.year} 年评议初稿`} size={760} destroyOnHidden>
        <Chooser kind={kind} asked={asked} />
      </Side>
    </>
  );
}
