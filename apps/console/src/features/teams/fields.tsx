import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';

export const dayOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Without the fields that were left empty or emptied again: the API takes a field that is filled, or none. */
export const filled = <Typed extends object>(typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')) as Typed;

interface Named {
  readonly name: string;
  readonly label: string;
}

/** Enter takes the day that was typed; the form is not sent by it. */
export const DayItem = ({ name, label }: Named) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    <DatePicker onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
  </Form.Item>
);

interface TextProps extends Named {
  /** In characters, as the API counts. */
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
    <Input maxLength={max} />
  </Form.Item>
);

/** The paper on which a team begins or ends. */
export interface DocumentTyped {
  readonly documentTitle: string;
  readonly documentNumber?: string;
  readonly documentDatedOn: Dayjs;
}

export const documentOf = ({ documentTitle, documentNumber, documentDatedOn }: DocumentTyped) => ({
  documentTitle,
  documentDatedOn: dayOf(documentDatedOn),
  ...(documentNumber ? { documentNumber } : {}),
});

export const DocumentItems = ({ of = '' }: { readonly of?: string }) => (
  <>
    <TextItem name="documentTitle" label={`${of}文件标题`} max={200} />
    <TextItem name="documentNumber" label={`${of}文件文号`} max={100} isOptional />
    <DayItem name="documentDatedOn" label={`${of}文件日期`} />
  </>
);
