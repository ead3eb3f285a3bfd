import { Alert, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Given } from '../../../api/give.js';
import { CommandButton } from '../../../parts/command-form.js';
import { wordOf } from '../../../parts/ledger-words.js';
import type { Person } from '../record.js';
import { dayOf, DayItem, filled, fromToday, TextItem } from '../../../parts/items.js';

type Ceasing = '/api/volunteers/{volunteerId}/membership-end';
const measures: readonly Given<Ceasing>['body']['measure'][] = [
  ...(['SUSPENDED', 'STOPPED', 'REMOVED', 'EXPELLED', 'PROBATION_CANCELLED'] as const),
];

const PaperItems = () => (
  <>
    <TextItem name="document" label="决定文件" max={120} isOptional />
    <TextItem name="reason" label="原因" max={500} />
  </>
);

/** F-19: out of roster and ratio from the day; which measure and why stays closed. */
export function CeaseMembership({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<Ceasing, Omit<Given<Ceasing>['body'], 'ceasedOn'> & { readonly ceasedOn: Dayjs }>
      title="登记党籍处理"
      okText="登记党籍处理"
      isDangerous
      path="/api/volunteers/{volunteerId}/membership-end"
      initial={fromToday('ceasedOn')}
      given={({ ceasedOn, ...typed }) => ({
        path: { volunteerId },
        body: { ...filled(typed), ceasedOn: dayOf(ceasedOn) },
      })}
    >
      <Alert
        type="warning"
        showIcon
        title="从生效之日起不再列入花名册和占比；正在转接的组织关系随之失效。中止党员权利的仍在原队，其他处理同时离开主队。"
        description="已计入的时长不变。处理类别和原因加密保存，页面上不显示。以后可以登记恢复。"
      />
      <Form.Item name="measure" label="处理类别" rules={[{ required: true, message: '请选取处理类别' }]}>
        <Select options={measures.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <DayItem name="ceasedOn" label="生效日期" />
      <PaperItems />
    </CommandButton>
  );
}

interface Restoring {
  readonly restoredOn: Dayjs;
  readonly document?: string;
  readonly reason: string;
}

export function RestoreMembership({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/membership-restoration', Restoring>
      title="登记党籍恢复"
      okText="登记党籍恢复"
      path="/api/volunteers/{volunteerId}/membership-restoration"
      initial={fromToday('restoredOn')}
      given={({ restoredOn, ...typed }) => ({
        path: { volunteerId },
        body: { ...filled(typed), restoredOn: dayOf(restoredOn) },
      })}
    >
      <p>从恢复之日起重新列入花名册和占比；离开了的服务队须另行登记入队。</p>
      <DayItem name="restoredOn" label="恢复日期" />
      <PaperItems />
    </CommandButton>
  );
}

interface Extending {
  readonly decidedOn: Dayjs;
  readonly extendedUntil: Dayjs;
  readonly reason: string;
}

export function ExtendProbation({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/probation-extension', Extending>
      title="登记预备期延长"
      okText="登记预备期延长"
      path="/api/volunteers/{volunteerId}/probation-extension"
      initial={fromToday('decidedOn')}
      given={({ decidedOn, extendedUntil, reason }) => ({
        path: { volunteerId },
        body: { decidedOn: dayOf(decidedOn), extendedUntil: dayOf(extendedUntil), reason },
      })}
    >
      <p>仍以预备党员列入花名册。延长到哪天和原因加密保存，页面上不显示。</p>
      <DayItem name="decidedOn" label="决定日期" />
      <DayItem name="extendedUntil" label="延长至" />
      <TextItem name="reason" label="原因" max={500} />
    </CommandButton>
  );
}
