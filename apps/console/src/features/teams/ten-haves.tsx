import { Checkbox, Empty, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { tenHave, type TenHaveCode } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { codeName, optionsOf } from '../../parts/words.js';
import { DayItem, dayOf, filled } from '../../parts/items.js';
import { LongText } from './long-text.js';
import type { OfTeamYear } from './of-team.js';

type Check = RowOf<'/api/teams/{teamId}/ten-haves/{year}'>;

interface Checked {
  readonly checkedOn: Dayjs;
  readonly present: TenHaveCode[];
  readonly note?: string;
}

const Record = ({ teamId, newest }: { readonly teamId: string; readonly newest: Check | undefined }) => (
  <CommandButton<'/api/teams/{teamId}/ten-haves', Checked>
    type="primary"
    title="登记“十有”自查"
    path="/api/teams/{teamId}/ten-haves"
    initial={{ checkedOn: dayjs(today()), present: newest?.present ?? [] }}
    given={({ checkedOn, ...typed }) => ({
      path: { teamId },
      body: { ...filled(typed), checkedOn: dayOf(checkedOn), year: checkedOn.year() },
    })}
  >
    <DayItem name="checkedOn" label="自查日期" />
    <Form.Item name="present" label="具备的项目" extra="年度计划、队长和服务小组以台账为准：台账中没有的，不能勾选。">
      <Checkbox.Group style={{ display: 'grid', gap: 4 }} options={optionsOf(tenHave)} />
    </Form.Item>
    <Form.Item name="note" label="说明">
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  </CommandButton>
);

const wordsOf = (codes: Check['present']): string => codes.map((code) => codeName(tenHave, code)).join('、');

/** 十有, as the team found it on a day; the newest stands first and goes into the review of the year. */
export function TenHaves({ teamId, year, isOpen }: OfTeamYear & { readonly isOpen: boolean }) {
  const mayCheck = useMay('CheckTenHaves');
  const answer = api.useQuery('get', '/api/teams/{teamId}/ten-haves/{year}', {
    params: { path: { teamId, year }, query: { pageSize: 200 } },
  });
  return (
    <>
      <div className="toolbar">
        <div className="toolbar-right">
          {mayCheck && isOpen && <Record teamId={teamId} newest={answer.data?.items[0]} />}
        </div>
      </div>
      <List<Check>
        rowKey="checkedOn"
        size="small"
        answer={answer}
        columns={[
          { title: '自查日期', dataIndex: 'checkedOn' },
          { title: '具备', className: 'number', render: (_none, { present }) => `${present.length} / 10` },
          { title: '缺少', render: (_none, { missing }) => <LongText text={wordsOf(missing)} /> },
          { title: '具备的项目', render: (_none, { present }) => <LongText text={wordsOf(present)} /> },
          { title: '说明', render: (_none, { note }) => <LongText text={note} /> },
        ]}
        empty={<Empty description={`${year} 年还没有登记“十有”自查。`} />}
      />
    </>
  );
}
