import { DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';

/** A day that a form asks for. */
export const DayItem = ({ name, label }: { readonly name: string; readonly label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    {/* Enter chooses the typed day; in a form of one field it would give the command as well. */}
    <DatePicker onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
  </Form.Item>
);

export const dayOf = (day: Dayjs): string => day.format('YYYY-MM-DD');
