import { Checkbox, DatePicker, Form, TimePicker, type FormInstance } from 'antd';
import type { DayAndHoursTyped } from './typed-times.js';

const endsLater = ({ getFieldValue }: Pick<FormInstance<DayAndHoursTyped>, 'getFieldValue'>) => ({
  validator: (_rule: unknown, span: DayAndHoursTyped['span'] | undefined) => {
    const isOver = getFieldValue('endsNextDay') === true;
    if (!span || isOver || span[0].isBefore(span[1], 'minute')) return Promise.resolve();
    return Promise.reject(new Error('结束须晚于开始；跨零点的，请勾选“次日结束”'));
  },
});

/** The day of a service and its hours, which may end on the day after. */
export function DayAndHours() {
  return (
    <>
      <Form.Item name="heldOn" label="服务日期" rules={[{ required: true, message: '请填写服务日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item
        name="span"
        label="起止时间"
        dependencies={['endsNextDay']}
        rules={[{ required: true, message: '请填写起止时间' }, endsLater]}
      >
        {/* As typed: of a session over midnight the end is the earlier time of day. */}
        <TimePicker.RangePicker format="HH:mm" minuteStep={5} needConfirm={false} order={false} />
      </Form.Item>
      <Form.Item name="endsNextDay" valuePropName="checked">
        <Checkbox>次日结束（跨零点）</Checkbox>
      </Form.Item>
    </>
  );
}
