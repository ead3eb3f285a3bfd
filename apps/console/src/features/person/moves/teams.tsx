import { Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { CommandButton } from '../../../parts/command-form.js';
import type { Person } from '../record.js';
import { dayOf, DayItem, fromToday } from '../../../parts/items.js';

export interface TeamOption {
  readonly value: string;
  readonly label: string;
}

const TeamItem = ({ teams }: { readonly teams: readonly TeamOption[] }) => (
  <Form.Item name="teamId" label="服务队" rules={[{ required: true, message: '请选取服务队' }]}>
    <Select options={[...teams]} />
  </Form.Item>
);

interface Props {
  readonly person: Person;
  /** Those that the person can be asked about here. */
  readonly teams: readonly TeamOption[];
}

/** the one team under which roster and annexes count the person. */
export function ChoosePrimaryTeam({ person: { volunteerId }, teams }: Props) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/primary-team', { readonly teamId: string; readonly chosenOn: Dayjs }>
      title="选定主队"
      path="/api/volunteers/{volunteerId}/primary-team"
      initial={{ ...fromToday('chosenOn'), ...(teams[0] ? { teamId: teams[0].value } : {}) }}
      given={({ teamId, chosenOn }) => ({ path: { volunteerId }, body: { teamId, chosenOn: dayOf(chosenOn) } })}
    >
      <p>同时在几支队的，花名册和上报表只在主队里计一次。选了新的，原来的不再是主队，仍是队员。</p>
      <TeamItem teams={teams} />
      <DayItem name="chosenOn" label="选定日期" />
    </CommandButton>
  );
}

export function ClearPrimaryTeam({
  person: { volunteerId, primaryTeamName },
  teamId,
}: {
  readonly person: Person;
  readonly teamId: string;
}) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/primary-team/end', { readonly clearedOn: Dayjs }>
      title="取消主队"
      path="/api/volunteers/{volunteerId}/primary-team/end"
      initial={fromToday('clearedOn')}
      given={({ clearedOn }) => ({ path: { volunteerId }, body: { teamId, clearedOn: dayOf(clearedOn) } })}
    >
      <p>{primaryTeamName ?? '现在的主队'}不再是主队，本人仍是队员；花名册上暂时没有所属服务队。</p>
      <DayItem name="clearedOn" label="取消日期" />
    </CommandButton>
  );
}

export function LeaveTeam({ person: { volunteerId }, teams }: Props) {
  return (
    <CommandButton<'/api/teams/{teamId}/members/{volunteerId}/end', { readonly teamId: string; readonly leftOn: Dayjs }>
      title="离队"
      okText="离队"
      path="/api/teams/{teamId}/members/{volunteerId}/end"
      initial={{ ...fromToday('leftOn'), ...(teams.length === 1 && teams[0] ? { teamId: teams[0].value } : {}) }}
      given={({ teamId, leftOn }) => ({ path: { teamId, volunteerId }, body: { leftOn: dayOf(leftOn) } })}
    >
      <p>从离队日期这一天起不再是队员；离开的是主队的，不再有主队。在队时的时长仍计在该队。</p>
      <TeamItem teams={teams} />
      <DayItem name="leftOn" label="离队日期" />
    </CommandButton>
  );
}
