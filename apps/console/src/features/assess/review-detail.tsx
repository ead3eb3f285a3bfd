import { Alert, Button, Descriptions, Form, Input, Select } from 'antd';
import type { FormInstance } from 'antd';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useGive } from '../../api/give.js';
import { showFaults } from '../../parts/command-form.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText, orDash } from '../../parts/words.js';
import { conclusionNames, suggested } from './conclusions.js';
import { Repetition } from './repetition.js';
import { Side } from '../../parts/side.js';

export type SubjectReview = RowOf<'/api/reviews/years/{year}'>;

interface Typed {
  readonly conclusion: 'TARGET_MET' | 'TARGET_NOT_MET' | 'EXEMPTED' | 'NOT_APPLICABLE';
  readonly note?: string;
}

const ofVolunteer = '/api/reviews/volunteers/{volunteerId}/{year}/confirmation';
const ofTeam = '/api/reviews/teams/{teamId}/{year}/confirmation';

function useConfirming({ subjectId, subjectKind, year }: SubjectReview, form: FormInstance<Typed>, done: () => void) {
  const person = useGive(ofVolunteer, '确认年度评议');
  const team = useGive(ofTeam, '确认年度评议');
  const confirm = ({ conclusion, note }: Typed): void => {
    const options = { onSuccess: done, onError: (error: Error) => showFaults(form, error) };
    const said = note ? { note } : {};
    if (subjectKind === 'volunteer')
      person.mutate({ path: { volunteerId: subjectId, year }, body: { conclusion, ...said } }, options);
    else if (conclusion !== 'EXEMPTED')
      team.mutate({ path: { teamId: subjectId, year }, body: { conclusion, ...said } }, options);
  };
  const { error, isPending } = subjectKind === 'volunteer' ? person : team;
  return { confirm, error, isPending };
}

function Judgement({ review, onDone }: { readonly review: SubjectReview; readonly onDone: () => void }) {
  const [form] = Form.useForm<Typed>();
  const { confirm, error, isPending } = useConfirming(review, form, onDone);
  const isPerson = review.subjectKind === 'volunteer';
  const suggestion = isPerson
    ? suggested(review.serviceMinutes, review.targetMinutes)
    : suggested(review.activities, review.targetActivities);
  const conclusion = Form.useWatch('conclusion', form) ?? suggestion;
  const codes = ['TARGET_MET', 'TARGET_NOT_MET', ...(isPerson ? ['EXEMPTED'] : []), 'NOT_APPLICABLE'] as const;
  return (
    <Form<Typed> form={form} layout="vertical" onFinish={confirm} initialValues={{ conclusion: suggestion }}>
      <Alert
        type="info"
        showIcon
        title={`按数字建议：${conclusionNames[suggestion]}。结论由您确认，记在您名下，确认后不再更改。`}
        style={{ marginBottom: 16 }}
      />
      <ProblemAlert error={error} />
      <Form.Item name="conclusion" label="结论" rules={[{ required: true }]}>
        <Select
          options={codes.map((value) => ({ value, label: conclusionNames[value as keyof typeof conclusionNames] }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={conclusion === 'EXEMPTED' ? '免除的理由' : '说明（可不填）'}
        rules={conclusion === 'EXEMPTED' ? [{ required: true, message: '免除要求的，请写明理由' }] : []}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isPending}>
        确认结论
      </Button>
    </Form>
  );
}

/** Corrections after the review do not change it; whoever reads it is told. */
function SinceThen({ review }: { readonly review: SubjectReview }) {
  const { subjectId: volunteerId, year } = review;
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}/years/{year}',
    { params: { path: { volunteerId, year } } },
    { enabled: review.subjectKind === 'volunteer' },
  );
  const difference = (data?.serviceMinutes ?? review.serviceMinutes) - review.serviceMinutes;
  if (difference === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`汇总以后有变动 ${minutesText(difference)}${review.conclusion === null ? '，请再生成一次初稿' : '；已确认的评议不变'}`}
    />
  );
}

function Facts({ review }: { readonly review: SubjectReview }) {
  const isPerson = review.subjectKind === 'volunteer';
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      items={[
        { key: 'minutes', label: '时长', children: minutesText(review.serviceMinutes) },
        { key: 'activities', label: '活动', children: `${review.activities} 次` },
        isPerson
          ? { key: 'target', label: '年度要求', children: minutesText(review.targetMinutes) }
          : { key: 'target', label: '年度要求', children: orDash(review.targetActivities) },
        ...(isPerson
          ? [{ key: 'part', label: '按在册月份折算', children: minutesText(review.proRataTargetMinutes) }]
          : [
              { key: 'members', label: '队员', children: orDash(review.members) },
              { key: 'quarters', label: '开过例会的季度', children: orDash(review.quartersMet) },
              { key: 'haves', label: '“十有”', children: orDash(review.tenHaves) },
            ]),
        { key: 'pack', label: '规则包', children: `${review.pack} 第 ${review.packVersion} 版` },
        { key: 'position', label: '截至台账位置', children: review.position },
        { key: 'prepared', label: '汇总日期', children: review.preparedOn },
        {
          key: 'conclusion',
          label: '结论',
          children: review.conclusion ? `${conclusionNames[review.conclusion]}（${review.confirmedOn}）` : '待确认',
        },
      ]}
    />
  );
}

interface Props {
  readonly review: SubjectReview | undefined;
  readonly mayConfirm: boolean;
  readonly onClose: () => void;
}

/** Facts on the left, which nobody types; the judgement on the right, which a named person gives. */
export function ReviewDetail({ review, mayConfirm, onClose }: Props) {
  const again =
    review?.subjectKind === 'team'
      ? ({ kind: 'team', teamId: review.subjectId, year: review.year } as const)
      : ({ kind: 'volunteer', volunteerId: review?.subjectId ?? '', year: review?.year ?? 0 } as const);
  return (
    <Side
      open={review !== undefined}
      onClose={onClose}
      title={`${review?.name ?? ''} ${review?.year ?? ''} 年评议`}
      size={960}
      destroyOnHidden
    >
      {review && (
        <div className="stack">
          <SinceThen review={review} />
          <div className="two-panes">
            <Facts review={review} />
            {mayConfirm && review.conclusion === null && <Judgement review={review} onDone={onClose} />}
          </div>
          <Repetition asked={again} />
        </div>
      )}
    </Side>
  );
}
