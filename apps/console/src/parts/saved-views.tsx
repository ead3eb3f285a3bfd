import { DeleteOutlined, FilterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Popover } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, http, queries } from '../api/client.js';
import { newId } from '../api/ids.js';
import type { AnswerOf } from '../api/query.js';
import { ProblemAlert } from './problem-alert.js';

type View = AnswerOf<'/api/me/views'>['items'][number];

interface Props {
  readonly register: View['register'];
  /** Names in the address that make up a view; what is typed to find a person is not in the address, nor in a view. */
  readonly names: readonly string[];
}

const asked = () => queries.invalidateQueries({ queryKey: ['get', '/api/me/views'] });

/** Names and keeps what the address says now. */
function SaveForm({ register, names, onClose }: Props & { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const viewId = useRef(newId());
  const save = useMutation({
    mutationFn: ({ name }: { readonly name: string }) => {
      const filters = names.flatMap((one) => (params.get(one) ? [`${one}=${params.get(one)}`] : []));
      const columns = params.get('columns')?.split(',') ?? [];
      return http.POST('/api/me/views', { body: { viewId: viewId.current, register, name, filters, columns } });
    },
    onSuccess: async () => {
      await asked();
      void message.success('筛选已保存，只有您自己看得到');
      onClose();
    },
  });
  return (
    <Modal open title="保存当前筛选和列" footer={null} onCancel={onClose} destroyOnHidden>
      <Form<{ name: string }> layout="vertical" onFinish={(typed) => save.mutate(typed)} requiredMark={false}>
        <ProblemAlert error={save.error} />
        <Form.Item
          name="name"
          label="名称"
          extra="保存条件、日期、排序和列；不保存按姓名查找的内容。"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </Form>
    </Modal>
  );
}

function Views({ views, onChosen }: { readonly views: readonly View[]; readonly onChosen: () => void }) {
  const [, setParams] = useSearchParams();
  const remove = useMutation({
    mutationFn: (viewId: string) =>
      http.POST('/api/me/views/{viewId}/removal', { params: { path: { viewId } }, body: {} }),
    onSuccess: asked,
  });
  const choose = ({ filters, columns }: View): void => {
    const next = new URLSearchParams(filters);
    if (columns.length > 0) next.set('columns', columns.join(','));
    setParams(next);
    onChosen();
  };
  return (
    <ul className="saved-views" aria-label="已保存的筛选">
      {views.map((view) => (
        <li key={view.viewId}>
          <Button type="link" onClick={() => choose(view)}>
            {view.name ?? '（名称已不可读）'}
          </Button>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`删除筛选 ${view.name ?? ''}`}
            onClick={() => remove.mutate(view.viewId)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Filters and columns that this account keeps for the register, on the server. */
export function SavedViews({ register, names }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const { data } = api.useQuery('get', '/api/me/views', { params: { query: { register } } });
  const views = data?.items ?? [];
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={isOpen}
        onOpenChange={setOpen}
        title="我的筛选"
        content={
          <>
            {views.length === 0 ? '还没有保存的筛选' : <Views views={views} onChosen={() => setOpen(false)} />}
            <Button
              block
              onClick={() => {
                setOpen(false);
                setSaving(true);
              }}
            >
              保存当前筛选
            </Button>
          </>
        }
      >
        <Button icon={<FilterOutlined aria-hidden />}>我的筛选</Button>
      </Popover>
      {isSaving && <SaveForm register={register} names={names} onClose={() => setSaving(false)} />}
    </>
  );
}
