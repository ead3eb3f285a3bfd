import { Empty, Segmented, type TableProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { participantKind } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { codeName } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';
import { Side } from '../../parts/side.js';

type Row = RowOf<'/api/organizations/{organizationId}/roster-movements'>;

interface Review {
  readonly organizationId: string;
  readonly sinceOn: string;
  readonly untilOn: string;
}

const movements = {
  ALL: '全部',
  ADDED: '新增',
  LEFT: '离开',
  TEAM_CHANGED: '换队',
  KIND_CHANGED: '类别变化',
  UNCHANGED: '未变',
} as const;
type Movement = keyof typeof movements;

const columns: TableProps<Row>['columns'] = [
  { title: '编号', dataIndex: 'volunteerNumber' },
  { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
  { title: '变动', render: (_none, { movement }) => movements[movement] },
  {
    title: '类别',
    render: (_none, { kindBefore, kindAfter }) =>
      kindBefore === kindAfter
        ? codeName(participantKind, kindAfter)
        : `${codeName(participantKind, kindBefore)} → ${codeName(participantKind, kindAfter)}`,
  },
];

function People({ review, movement }: { readonly review: Review; readonly movement: Movement }) {
  const turning = useTurning();
  const { organizationId, sinceOn, untilOn } = review;
  const answer = api.useQuery('get', '/api/organizations/{organizationId}/roster-movements', {
    params: {
      path: { organizationId },
      query: { sinceOn, untilOn, ...turning.asked, ...(movement === 'ALL' ? {} : { movement }) },
    },
  });
  return (
    <List<Row>
      rowKey={(row) => `${row.volunteerId} ${row.movement}`}
      size="small"
      columns={columns}
      answer={answer}
      turning={turning}
      empty={<Empty description="没有这一类变动，请看别的类别" />}
    />
  );
}

interface Props {
  readonly review: Review | undefined;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Who stands behind the figures of a roster review. */
export function Movements({ review, onClose, children }: Props) {
  const [movement, setMovement] = useState<Movement>('ALL');
  return (
    <Side open={review !== undefined} onClose={onClose} title="花名册变动明细" size={760} destroyOnHidden>
      {review && (
        <div className="stack">
          {children}
          <Segmented<Movement>
            aria-label="变动"
            value={movement}
            onChange={setMovement}
            options={(Object.keys(movements) as Movement[]).map((value) => ({ value, label: movements[value] }))}
          />
          <People key={movement} review={review} movement={movement} />
        </div>
      )}
    </Side>
  );
}
