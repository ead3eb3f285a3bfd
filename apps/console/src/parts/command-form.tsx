import { Button, Form, Modal, type FormInstance } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Refusal } from '../api/problem.js';
import { useGive, type CommandPath, type Given } from '../api/give.js';
import { ProblemAlert } from './problem-alert.js';

/** Puts the API's faults to the fields they name; what names no field stays for the alert. */
export function showFaults(form: FormInstance, error: unknown): void {
  const faults = error instanceof Refusal ? (error.problem.faults ?? []) : [];
  for (const { field, message } of faults) form.setFields([{ name: field.split('.'), errors: [message] }]);
}

interface CommandFormProps<P extends CommandPath, Typed extends object> {
  readonly title: string;
  readonly path: P;
  /** The command that is made of what was typed. */
  readonly given: (typed: Typed) => Given<P>;
  readonly initial?: Partial<Typed>;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Recorded or given up: what was to be made is another one the next time, with another id. */
  readonly onClosed?: () => void;
  readonly children: ReactNode;
  readonly okText?: string;
  readonly isDangerous?: boolean;
}

/** A command of few fields, asked for over the page. */
export function CommandForm<P extends CommandPath, Typed extends object>(props: CommandFormProps<P, Typed>) {
  const {
    title,
    path,
    given,
    initial,
    open,
    onClose,
    onClosed,
    children,
    okText = '提交',
    isDangerous = false,
  } = props;
  const [form] = Form.useForm<Typed>();
  // Several forms stand on a page, and each field's label leads to its own.
  const name = `form${useId().replaceAll(/\W/g, '')}`;
  const command = useGive(path, title);
  useEffect(() => {
    if (open) form.setFieldsValue(initial as never);
    // Filled when it opens, not while somebody types.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  const close = (): void => {
    form.resetFields();
    command.reset();
    onClose();
    onClosed?.();
  };
  const submit = (typed: Typed): void =>
    command.mutate(given(typed), {
      onSuccess: close,
      onError: (error) => showFaults(form, error),
    });
  return (
    <Modal
      open={open}
      title={title}
      onCancel={close}
      onOk={() => form.submit()}
      okText={okText}
      okButtonProps={{ loading: command.isPending, danger: isDangerous }}
      cancelText="取消"
      forceRender
    >
      <ProblemAlert error={command.error} />
      <Form<Typed> name={name} form={form} layout="vertical" onFinish={submit} initialValues={initial}>
        {children}
      </Form>
    </Modal>
  );
}

type CommandButtonProps<P extends CommandPath, Typed extends object> = Omit<
  CommandFormProps<P, Typed>,
  'open' | 'onClose'
> & { readonly type?: 'primary' | 'default' | 'link'; readonly label?: string };

/** A button and the form behind it. */
export function CommandButton<P extends CommandPath, Typed extends object>(props: CommandButtonProps<P, Typed>) {
  const { type = 'default', label, ...form } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={type} danger={props.isDangerous ?? false} onClick={() => setOpen(true)}>
        {label ?? props.title}
      </Button>
      <CommandForm {...form} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
