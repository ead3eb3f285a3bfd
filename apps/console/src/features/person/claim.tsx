import { DatePicker, Form, Input, Select, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { lateReasons, type LateReason } from '#libs/kernel/late-reasons';
import { newId } from '../../api/ids.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf } from '../../parts/ledger-words.js';

interface Typed {
  readonly kind: 'INDIVIDUAL' | 'PAIRED_AID' | 'STATION_DUTY';
  readonly servedOn: Dayjs;
  readonly span: [Dayjs, Dayjs];
  readonly content: string;
  readonly place?: string;
  readonly inWorkingTime?: boolean;
  readonly ownDuties?: boolean;
  readonly rewarded?: boolean;
  readonly lateReasonCode?: LateReason;
}

const kinds = (['INDIVIDUAL', 'PAIRED_AID', 'STATION_DUTY'] as const).map((value) => ({ value, label: wordOf(value) }));
const questions = [
  ['inWorkingTime', '在工作时间内'],
  ['ownDuties', '属于本职工作'],
  ['rewarded', '领取报酬'],
] as const;

/** Service outside an activity, told by whoever served or kept by a recorder: it waits until another person attests it. */
export function ClaimButton({
  volunteerId,
  organizationId,
}: {
  readonly volunteerId: string;
  readonly organizationId: string;
}) {
  const entryId = useRef(newId());
  return (
    <CommandButton<'/api/hours', Typed>
      title="登记活动以外的服务"
      path="/api/hours"
      initial={{ kind: 'INDIVIDUAL', servedOn: dayjs(today()) }}
      given={({
        servedOn,
        span: [from, until],
        inWorkingTime = false,
        ownDuties = false,
        rewarded = false,
        ...typed
      }) => ({
        path: undefined,
        body: {
          ...typed,
          ...{ entryId: entryId.current, volunteerId, organizationId, provenance: 'DECLARED' },
          ...{ inWorkingTime, ownDuties, rewarded },
          servedOn: servedOn.format('YYYY-MM-DD'),
          startsAt: from.format('HH:mm'),
          endsAt: until.format('HH:mm'),
          serviceMinutes: until.diff(from, 'minute'),
        },
      })}
      onClosed={() => {
        entryId.current = newId();
      }}
    >
      <p>由另一人确认后才计入；计入全年 24 小时，不计入队伍的活动次数。</p>
      <Form.Item name="kind" label="类别">
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="servedOn" label="服务日期" rules={[{ required: true, message: '请填写服务日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="span" label="起止时间" rules={[{ required: true, message: '请填写起止时间' }]}>
        <TimePicker.RangePicker format="HH:mm" minuteStep={5} needConfirm={false} />
      </Form.Item>
      <Form.Item name="content" label="做了什么" rules={[{ required: true, message: '请写明做了什么' }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="place" label="地点">
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-columns">
        {questions.map(([name, label]) => (
          <Form.Item key={name} name={name} label={label} valuePropName="checked">
            <Switch checkedChildren="是" unCheckedChildren="否" />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="lateReasonCode" label="逾期原因（服务结束 10 个工作日以后登记的）">
        <Select allowClear options={lateReasons.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
    </CommandButton>
  );
}
