import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { today } from './clock.js';

/** As commands take a day. */
export const dayOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Where a form of today begins. */
export const fromToday = <Name extends string>(name: Name) => ({ [name]: dayjs(today()) }) as Record<Name, Dayjs>;

/** Without the fields that were left empty or emptied again: the API takes a field that is filled, or none. */
export const filled = <Typed extends object>(typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')) as Typed;

interface Named {
  readonly name: string;
  readonly label: string;
}

/** A day that a form asks for. */
export const DayItem = ({ name, label }: Named) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    <DatePicker />
  </Form.Item>
);

interface TextProps extends Named {
  /** In characters, as the API counts; a text of more than 200 has room for several lines. */
  readonly max: number;
  readonly isOptional?: boolean;
  readonly extra?: string;
}

export const TextItem = ({ name, label, max, isOptional = false, extra }: TextProps) => (
  <Form.Item
    name={name}
    label={label}
    extra={extra}
    rules={isOptional ? [] : [{ required: true, whitespace: true, message: `请填写${label}` }]}
  >
    {max > 200 ? <Input.TextArea rows={3} maxLength={max} /> : <Input maxLength={max} autoComplete="off" />}
  </Form.Item>
);
