import { Empty, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { PersonSelect } from '../../parts/person-select.js';
import { useTurning } from '../../parts/turning.js';
import { orDash } from '../../parts/words.js';
import { DayItem, dayOf } from '../../parts/items.js';
import type { Shown } from './shown.js';

type Post = RowOf<'/api/organizations/{organizationId}/leadership-posts'>;

interface Assuming {
  readonly volunteerId: string;
  readonly postName: string;
  readonly assumedOn: Dayjs;
  readonly document?: string;
}

function Assume({ organizationId }: { readonly organizationId: string }) {
  const postId = useRef(newId());
  return (
    <CommandButton<'/api/organizations/{organizationId}/leadership-posts', Assuming>
      type="primary"
      title="登记任职"
      okText="登记"
      path="/api/organizations/{organizationId}/leadership-posts"
      initial={{ assumedOn: dayjs(today()) }}
      given={({ volunteerId, postName, assumedOn, document }) => ({
        path: { organizationId },
        body: {
          ...{ postId: postId.current, volunteerId, postName, assumedOn: dayOf(assumedOn) },
          ...(document ? { document } : {}),
        },
      })}
      onClosed={() => {
        postId.current = newId();
      }}
    >
      <p>担任领导班子职务的，才能任服务队队长。</p>
      <Form.Item name="volunteerId" label="任职人员" rules={[{ required: true, message: '请选取任职人员' }]}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="postName" label="职务名称" rules={[{ required: true, message: '请填写职务名称' }]}>
        <Input maxLength={60} placeholder="例如 支部书记" />
      </Form.Item>
      <DayItem name="assumedOn" label="任职日期" />
      <Form.Item name="document" label="任职文件（可不填）">
        <Input maxLength={120} />
      </Form.Item>
    </CommandButton>
  );
}

function End({ post: { organizationId, postId, postName, volunteerName } }: { readonly post: Post }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/leadership-posts/{postId}/end', { readonly endedOn: Dayjs }>
      title={`登记免职：${volunteerName ?? ''} ${postName}`}
      label="免职"
      okText="登记免职"
      path="/api/organizations/{organizationId}/leadership-posts/{postId}/end"
      initial={{ endedOn: dayjs(today()) }}
      given={({ endedOn }) => ({ path: { organizationId, postId }, body: { endedOn: dayOf(endedOn) } })}
    >
      <p>自这一天起不再担任。任着队长的，“服务队”会列为队长已无职务，请在期限内另任队长。</p>
      <DayItem name="endedOn" label="免职日期" />
    </CommandButton>
  );
}

/** Who belongs to the leadership on the day looked at; somebody who left it stands there on an earlier day. */
export function Posts({ organization: { organizationId }, on, isCurrent }: Shown) {
  const me = useMe();
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/organizations/{organizationId}/leadership-posts', {
    params: { path: { organizationId }, query: { ...turning.asked, ...(on ? { on } : {}) } },
  });
  const mayEnd = on === undefined && mayGiveForOthers(me, 'EndLeadershipPost');
  return (
    <>
      <div className="toolbar">
        <span className="quiet">已经免职的，在上面的“截至日期”选任职期间的一天查看</span>
        <div className="toolbar-right">
          {isCurrent && mayGiveForOthers(me, 'AssumeLeadershipPost') && <Assume organizationId={organizationId} />}
        </div>
      </div>
      <List<Post>
        rowKey="postId"
        size="small"
        answer={answer}
        turning={turning}
        empty={<Empty description="这一天没有登记在任的领导班子成员" />}
        columns={[
          {
            title: '姓名',
            render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.volunteerName} />,
          },
          { title: '职务', dataIndex: 'postName' },
          { title: '任职', dataIndex: 'assumedOn' },
          { title: '免职', dataIndex: 'endedOn', render: orDash },
          { title: '任职文件', dataIndex: 'document', render: orDash },
          ...(mayEnd
            ? [{ title: '办理', render: (_none: unknown, row: Post) => !row.endedOn && <End post={row} /> }]
            : []),
        ]}
      />
    </>
  );
}
