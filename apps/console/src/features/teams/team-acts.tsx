import { Form, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { DayItem, dayOf, TextItem } from '../../parts/items.js';
import { DocumentItems, documentOf, type DocumentTyped } from './document.js';
import { TeamSelect } from './team-select.js';

interface Acted {
  readonly teamId: string;
  readonly name: string;
}

interface Renamed {
  readonly name: string;
  readonly renamedOn: Dayjs;
}

const Rename = ({ teamId, name }: Acted) => (
  <CommandButton<'/api/teams/{teamId}/renaming', Renamed>
    title="服务队更名"
    label="更名"
    okText="更名"
    path="/api/teams/{teamId}/renaming"
    initial={{ name, renamedOn: dayjs(today()) }}
    given={({ name: next, renamedOn }) => ({ path: { teamId }, body: { name: next, renamedOn: dayOf(renamedOn) } })}
  >
    <p>更名日期以前的活动和报表仍用当时的名称。</p>
    <TextItem name="name" label="新名称" max={100} />
    <DayItem name="renamedOn" label="更名日期" />
  </CommandButton>
);

/** How many people an end of the team concerns. */
function useMemberCount(teamId: string): number | undefined {
  const { data } = api.useQuery('get', '/api/volunteers', {
    params: { query: { memberOfTeamId: teamId, status: 'ENROLLED', pageSize: 1 } },
  });
  return data?.total;
}

function Dissolve({ teamId, name }: Acted) {
  const members = useMemberCount(teamId);
  return (
    <CommandButton<'/api/teams/{teamId}/dissolution', DocumentTyped & { readonly dissolvedOn: Dayjs }>
      title={`撤销服务队：${name}`}
      label="撤销"
      okText="撤销这支队"
      isDangerous
      path="/api/teams/{teamId}/dissolution"
      initial={{ dissolvedOn: dayjs(today()) }}
      given={({ dissolvedOn, ...document }) => ({
        path: { teamId },
        body: { dissolvedOn: dayOf(dissolvedOn), ...documentOf(document) },
      })}
    >
      <p>
        撤销不能恢复。自撤销日期起，{members ?? '全部'}{' '}
        名队员离队，队长卸任，本队不再办理任何事项；以前的活动和时长不变。
      </p>
      <DayItem name="dissolvedOn" label="撤销日期" />
      <DocumentItems of="撤销" />
    </CommandButton>
  );
}

function Merge({ teamId, name }: Acted) {
  const members = useMemberCount(teamId);
  return (
    <CommandButton<
      '/api/teams/{teamId}/merger',
      DocumentTyped & { readonly intoTeamId: string; readonly mergedOn: Dayjs }
    >
      title={`并入另一支队：${name}`}
      label="并入另一支队"
      okText="并入"
      isDangerous
      path="/api/teams/{teamId}/merger"
      initial={{ mergedOn: dayjs(today()) }}
      given={({ intoTeamId, mergedOn, ...document }) => ({
        path: { teamId },
        body: { intoTeamId, mergedOn: dayOf(mergedOn), ...documentOf(document) },
      })}
    >
      <p>
        合并不能恢复。自合并日期起，{members ?? '全部'}{' '}
        名队员转入所选的队，队长卸任，本队不再办理任何事项；以前的活动和时长仍在本队名下。
      </p>
      <Form.Item name="intoTeamId" label="并入的服务队" rules={[{ required: true, message: '请选取并入的服务队' }]}>
        <TeamSelect without={teamId} />
      </Form.Item>
      <DayItem name="mergedOn" label="合并日期" />
      <DocumentItems of="合并" />
    </CommandButton>
  );
}

/** Asked only where the owning organization itself merged or split. */
function Move({ teamId, name, organizationId }: Acted & { readonly organizationId: string }) {
  const { data } = api.useQuery('get', '/api/organizations/{organizationId}', {
    params: { path: { organizationId } },
  });
  if (!data?.endedOn) return null;
  return (
    <CommandButton<'/api/teams/{teamId}/owner', { readonly toOrganizationId: string }>
      type="primary"
      title={`划转到承接党组织：${name}`}
      label="划转到承接党组织"
      okText="划转"
      path="/api/teams/{teamId}/owner"
      {...(data.recordsSuccessorId ? { initial: { toOrganizationId: data.recordsSuccessorId } } : {})}
      given={(typed) => ({ path: { teamId }, body: typed })}
    >
      <p>
        {data.name} 自 {data.endedOn} 起已合并或拆分。本队连同队员自当日起归承接党组织；以前的年度仍归原党组织。
      </p>
      <Form.Item name="toOrganizationId" label="承接党组织" rules={[{ required: true, message: '请选取承接党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
    </CommandButton>
  );
}

/** What becomes of the team as such. */
export function TeamActs({ teamId, name, organizationId }: Acted & { readonly organizationId: string }) {
  const mayRename = useMay('RenameTeam');
  const mayDissolve = useMay('DissolveTeam');
  const mayMerge = useMay('MergeTeam');
  const mayMove = useMay('MoveTeam');
  return (
    <Space wrap>
      {mayMove && <Move {...{ teamId, name, organizationId }} />}
      {mayRename && <Rename {...{ teamId, name }} />}
      {mayMerge && <Merge {...{ teamId, name }} />}
      {mayDissolve && <Dissolve {...{ teamId, name }} />}
    </Space>
  );
}
