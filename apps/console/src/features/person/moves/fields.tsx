import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { today } from '../../../parts/clock.js';

/** As commands take a day. */
export const dayOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Where a form of today begins. */
export const fromToday = <Name extends string>(name: Name) => ({ [name]: dayjs(today()) }) as Record<Name, Dayjs>;

export const DayItem = ({ name, label }: { readonly name: string; readonly label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    <DatePicker />
  </Form.Item>
);

interface TextProps {
  readonly name: string;
  readonly label: string;
  /** Characters, as the command allows. */
  readonly most: number;
  readonly isOptional?: boolean;
}

export const TextItem = ({ name, label, most, isOptional = false }: TextProps) => (
  <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: `请填写${label}` }]}>
    {most > 200 ? <Input.TextArea rows={3} maxLength={most} /> : <Input maxLength={most} autoComplete="off" />}
  </Form.Item>
);

/** Without what was left empty. */
export const filled = <T extends object>(typed: T): T =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')) as T;
