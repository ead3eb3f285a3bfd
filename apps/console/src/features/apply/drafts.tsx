import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Space } from 'antd';
import dayjs from 'dayjs';
import { api, http, queries } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { problemFrom } from '../../api/problem.js';
import { instantText } from '../../parts/clock.js';
import type { Typed } from './typed.js';

type Draft = AnswerOf<'/api/application-drafts'>['items'][number];
type Kept = Partial<Omit<Typed, 'submittedOn'>> & { readonly submittedOn?: string };

/** What stands in the fields, as text; the day as it is written. */
const textOf = ({ submittedOn, ...typed }: Partial<Typed>): string =>
  JSON.stringify({ ...typed, ...(submittedOn ? { submittedOn: submittedOn.format('YYYY-MM-DD') } : {}) });

/** The fields again. Consent is given when the form is submitted, not when it was begun. */
export function typedOf({ content }: Draft): Partial<Typed> {
  const { submittedOn, agreed: _agreed, healthAgreed: _healthAgreed, ...typed } = JSON.parse(content) as Kept;
  return { ...typed, ...(submittedOn ? { submittedOn: dayjs(submittedOn) } : {}) };
}

const askAnew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['get', '/api/application-drafts'] });

export const removeDraft = async (draftId: string): Promise<void> => {
  await http.POST('/api/application-drafts/{draftId}/removal', { params: { path: { draftId } }, body: {} });
  await askAnew();
};

/** Keeps the form on the server, under its own id: saved again it takes its own place. */
export function SaveDraft({ draftId, typed }: { readonly draftId: string; readonly typed: () => Partial<Typed> }) {
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: () => http.POST('/api/application-drafts', { body: { draftId, content: textOf(typed()) } }),
    onSuccess: async () => {
      void message.success('草稿已加密保存在服务器上，30 天内可以继续填写');
      await askAnew();
    },
    onError: (error) => void message.error(problemFrom(error).detail ?? problemFrom(error).title),
  });
  return (
    <Button onClick={() => save.mutate()} loading={save.isPending}>
      保存草稿
    </Button>
  );
}

/** Forms that were begun and not submitted. */
export function Drafts({ current, onOpen }: { readonly current: string; readonly onOpen: (draft: Draft) => void }) {
  const { data } = api.useQuery('get', '/api/application-drafts');
  const others = (data?.items ?? []).filter(({ draftId }) => draftId !== current);
  if (others.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={`有 ${others.length} 份没有填完的报名表`}
      description={others.map((draft) => (
        <div key={draft.draftId}>
          <Space>
            {typedOf(draft).name ?? '（没有填姓名）'}
            <span>{instantText(draft.savedAt)} 保存</span>
            <Button size="small" type="link" onClick={() => onOpen(draft)}>
              继续填写
            </Button>
            <Button size="small" type="link" danger onClick={() => void removeDraft(draft.draftId)}>
              删除
            </Button>
          </Space>
        </div>
      ))}
    />
  );
}
