import { DatePicker, Form, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';

/** What the two fields hold. */
export interface DayAndHoursTyped {
  readonly heldOn: Dayjs;
  readonly span: [Dayjs, Dayjs];
}

/** As the commands about sessions take it. */
export const dayAndHours = ({ heldOn, span: [from, until] }: DayAndHoursTyped) => ({
  heldOn: heldOn.format('YYYY-MM-DD'),
  startsAt: from.format('HH:mm'),
  endsAt: until.format('HH:mm'),
});

/** The day of a service and its hours within that day. */
export function DayAndHours() {
  return (
    <>
      <Form.Item name="heldOn" label="服务日期" rules={[{ required: true, message: '请填写服务日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="span" label="起止时间" rules={[{ required: true, message: '请填写起止时间' }]}>
        <TimePicker.RangePicker format="HH:mm" minuteStep={5} needConfirm={false} />
      </Form.Item>
    </>
  );
}
