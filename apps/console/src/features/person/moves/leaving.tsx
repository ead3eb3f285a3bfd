import { Alert } from 'antd';
import type { Dayjs } from 'dayjs';
import { CommandButton } from '../../../parts/command-form.js';
import type { Person } from '../record.js';
import { dayOf, DayItem, fromToday, TextItem } from '../../../parts/items.js';

/** F-16: stays if willing. */
export function RecordRetirement({ person: { volunteerId, retiredOn } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/retirement', { readonly retiredOn: Dayjs }>
      title="登记退休"
      okText="登记退休"
      path="/api/volunteers/{volunteerId}/retirement"
      initial={fromToday('retiredOn')}
      given={(typed) => ({ path: { volunteerId }, body: { retiredOn: dayOf(typed.retiredOn) } })}
    >
      <p>
        {retiredOn
          ? `已登记 ${retiredOn} 退休。日期有误的，在这里登记正确的日期。`
          : '退休只是一个标记：本人愿意的，继续在册、继续服务。'}
      </p>
      <DayItem name="retiredOn" label="退休日期" />
    </CommandButton>
  );
}

/** F-20: at once, without a reason; the past stays. */
export function Withdraw({ person, isOwn }: { readonly person: Person; readonly isOwn: boolean }) {
  const { volunteerId, name, status } = person;
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/withdrawal', { readonly withdrawnOn: Dayjs }>
      title="退出"
      okText="确认退出"
      isDangerous
      path="/api/volunteers/{volunteerId}/withdrawal"
      initial={fromToday('withdrawnOn')}
      given={({ withdrawnOn }) => ({ path: { volunteerId }, body: { withdrawnOn: dayOf(withdrawnOn) } })}
    >
      <Alert
        type="warning"
        showIcon
        title={
          status === 'ENROLLED'
            ? `${isOwn ? '您' : name}将从退出之日起不再列入花名册和占比，并离开主队。`
            : '这份申请将不再办理。'
        }
        description="退出不需要说明理由，立即生效，不能撤销；已计入的时长和履历都保留。再参加的，须重新提交申请。"
      />
      <DayItem name="withdrawnOn" label="退出日期" />
    </CommandButton>
  );
}

interface Dying {
  readonly deceasedOn: Dayjs;
  readonly source: string;
}

/** F-18: the end of a record. */
export function RecordDeath({ person: { volunteerId, name } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/death', Dying>
      title="登记去世"
      okText="登记去世"
      isDangerous
      path="/api/volunteers/{volunteerId}/death"
      initial={fromToday('deceasedOn')}
      given={({ deceasedOn, source }) => ({ path: { volunteerId }, body: { deceasedOn: dayOf(deceasedOn), source } })}
    >
      <Alert
        type="warning"
        showIcon
        title={`请核对：${name} 从去世之日起不再列入花名册、占比和任何应达标人数，并离开主队。`}
        description="这条登记随之关闭，只还能更正登记事项和合并重复登记；已计入的时长和履历都保留。登记有误的，可以办理“更正去世登记”。"
      />
      <DayItem name="deceasedOn" label="去世日期" />
      <TextItem name="source" label="信息来源" max={200} />
    </CommandButton>
  );
}

interface Retracting {
  readonly retractedOn: Dayjs;
  readonly reason: string;
}

export function RetractDeath({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/death/retraction', Retracting>
      title="更正去世登记"
      okText="更正"
      path="/api/volunteers/{volunteerId}/death/retraction"
      initial={fromToday('retractedOn')}
      given={({ retractedOn, reason }) => ({
        path: { volunteerId },
        body: { retractedOn: dayOf(retractedOn), reason },
      })}
    >
      <p>恢复为去世登记以前的状态；已经离开的服务队须另行登记入队。两条登记都留在履历里。</p>
      <DayItem name="retractedOn" label="更正日期" />
      <TextItem name="reason" label="更正原因" max={500} />
    </CommandButton>
  );
}
