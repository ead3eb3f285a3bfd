import { Descriptions, Form, InputNumber, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { orDash } from '../../parts/words.js';
import { DayItem, dayOf, filled, TextItem } from '../../parts/items.js';

type Line = RowOf<'/api/organizations/{organizationId}/team-register/teams'>;

interface Stated {
  readonly statedOn: Dayjs;
  readonly statedSize: number;
  readonly statedLeader?: string;
}

const State = ({ teamId }: { readonly teamId: string }) => (
  <CommandButton<'/api/teams/{teamId}/register', Stated>
    type="primary"
    title="填报登记表"
    path="/api/teams/{teamId}/register"
    initial={{ statedOn: dayjs(today()) }}
    given={({ statedOn, ...typed }) => ({
      path: { teamId },
      body: { ...filled(typed), statedOn: dayOf(statedOn) },
    })}
  >
    <p>照单位交来的登记表（附件3）原样填写，用来与台账核对；不改动台账中的人数和队长。</p>
    <DayItem name="statedOn" label="填表日期" />
    <Form.Item name="statedSize" label="志愿者人数" rules={[{ required: true, message: '请填写志愿者人数' }]}>
      <InputNumber min={0} max={100_000} precision={0} />
    </Form.Item>
    <TextItem name="statedLeader" label="负责人姓名" max={100} isOptional />
  </CommandButton>
);

const Agreement = ({ line: { stated, mismatches } }: { readonly line: Line }) => {
  if (!stated) return <Tag>没有填报</Tag>;
  if (mismatches.length === 0) return <Tag color="green">一致</Tag>;
  return mismatches.map((one) => (
    <Tag key={one} color="red">
      {one === 'SIZE' ? '人数不一致' : '负责人不一致'}
    </Tag>
  ));
};

/** The line of the team in the register (附件3): what was handed in beside what the ledger says. */
export function Register({
  teamId,
  organizationId,
  isOpen,
}: {
  readonly teamId: string;
  readonly organizationId: string;
  readonly isOpen: boolean;
}) {
  const mayState = useMay('StateTeamRegister');
  const { data } = api.useQuery('get', '/api/organizations/{organizationId}/team-register/teams', {
    params: { path: { organizationId }, query: { pageSize: 200 } },
  });
  const line = data?.items.find((one) => one.teamId === teamId);
  return (
    <>
      <div className="toolbar">
        <div className="toolbar-right">{mayState && isOpen && <State teamId={teamId} />}</div>
      </div>
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'size', label: '志愿者人数（台账）', children: orDash(line?.volunteerCount) },
          { key: 'stated-size', label: '志愿者人数（填报）', children: orDash(line?.stated?.statedSize) },
          { key: 'leader', label: '负责人（台账）', children: orDash(line?.leaderName) },
          { key: 'stated-leader', label: '负责人（填报）', children: orDash(line?.stated?.statedLeader) },
          { key: 'on', label: '填表日期', children: orDash(line?.stated?.on) },
          { key: 'same', label: '核对', children: line ? <Agreement line={line} /> : '—' },
          { key: 'projects', label: '主要志愿服务项目', children: orDash(line?.mainProjects), span: 'filled' },
        ]}
      />
    </>
  );
}
