import { Alert, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { RowOf } from '../../api/query.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { wordOf } from '../../parts/ledger-words.js';
import { minutesText } from '../../parts/words.js';

type Row = Pick<
  RowOf<'/api/star-board'>,
  | 'volunteerId'
  | 'name'
  | 'serviceMinutes'
  | 'sufficientStars'
  | 'awardedStars'
  | 'appliedStars'
  | 'approverLevel'
  | 'appliedRecordId'
>;
type Stars = 1 | 2 | 3 | 4 | 5;
const allStars: readonly Stars[] = [1, 2, 3, 4, 5];

/** On somebody's behalf; whoever applies is not who decides. */
export function Apply({ row }: { readonly row: Row }) {
  const { volunteerId, name, sufficientStars, awardedStars } = row;
  const open = allStars.filter((stars) => stars > awardedStars && stars <= sufficientStars);
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/stars/application', { readonly stars: Stars; readonly asOfOn: Dayjs }>
      title={`为${name}申报星级`}
      label="申报"
      path="/api/volunteers/{volunteerId}/stars/application"
      initial={{ stars: sufficientStars as Stars, asOfOn: dayjs(today()) }}
      given={({ stars, asOfOn }) => ({
        path: { volunteerId },
        body: { stars, asOfOn: asOfOn.format('YYYY-MM-DD') },
      })}
    >
      <Form.Item name="stars" label="申报星级" rules={[{ required: true }]}>
        <Select options={open.map((value) => ({ value, label: `${value} 星` }))} />
      </Form.Item>
      <Form.Item name="asOfOn" label="时长截止日期" rules={[{ required: true, message: '请填写时长截止日期' }]}>
        <DatePicker />
      </Form.Item>
    </CommandButton>
  );
}

/** An application is decided where it was made, also when that record gave way to this person's since. */
const applicant = ({ volunteerId, appliedRecordId }: Row) => ({ volunteerId: appliedRecordId ?? volunteerId });

export function Award({ row }: { readonly row: Row }) {
  const { name, appliedStars, serviceMinutes, approverLevel } = row;
  const stars = appliedStars as Stars;
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/stars/award', { readonly document?: string }>
      type="primary"
      title={`认定${name}为 ${stars} 星`}
      label="认定"
      okText="认定"
      path="/api/volunteers/{volunteerId}/stars/award"
      given={({ document }) => ({ path: applicant(row), body: { stars, ...(document ? { document } : {}) } })}
    >
      <Alert type="info" showIcon title={`累计 ${minutesText(serviceMinutes)}；认定后记在您名下，不因换标准而变。`} />
      {approverLevel === 'PROVINCE' && (
        <Form.Item
          name="document"
          label="省级认定文件（名称、文号）"
          rules={[{ required: true, message: '请填写省级认定文件的名称和文号' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
      )}
    </CommandButton>
  );
}

const revocationReasons = ['AWARDED_IN_ERROR', 'FALSE_CLAIM'] as const;
interface Revoking {
  readonly reasonCode: (typeof revocationReasons)[number];
  readonly reason: string;
}

/** The highest star that stands is taken back; the award stays in the ledger beside it. */
export function Revoke({ row: { volunteerId, name, awardedStars } }: { readonly row: Row }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/stars/revocation', Revoking>
      title={`撤销${name}的 ${awardedStars} 星`}
      label="撤销"
      okText="撤销"
      isDangerous
      path="/api/volunteers/{volunteerId}/stars/revocation"
      given={(typed) => ({ path: { volunteerId }, body: { stars: awardedStars, ...typed } })}
    >
      <Form.Item name="reasonCode" label="类别" rules={[{ required: true, message: '请选取类别' }]}>
        <Select options={revocationReasons.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <ReasonItem word="理由" isSeen />
    </CommandButton>
  );
}

export function Decline({ row }: { readonly row: Row }) {
  const { name, appliedStars } = row;
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/stars/refusal', { readonly reason: string }>
      title={`不予认定${name}的 ${appliedStars} 星`}
      label="不予认定"
      okText="不予认定"
      isDangerous
      path="/api/volunteers/{volunteerId}/stars/refusal"
      given={({ reason }) => ({ path: applicant(row), body: { stars: appliedStars as Stars, reason } })}
    >
      <ReasonItem word="理由" isSeen />
    </CommandButton>
  );
}
