import { Alert } from 'antd';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { wordOf, wordsOf } from '../../parts/ledger-words.js';

type Row = RowOf<'/api/volunteers/{volunteerId}/breaches'>;

const noticeOf = ({ foundOn, breachKind, cause, groups, remedies }: Row): string => {
  const done =
    remedies.length > 0 ? `已采取措施：${wordsOf(remedies.map(({ remedy }) => remedy))}` : '正在采取补救措施';
  return `${foundOn} 发现：${wordOf(cause)}。涉及您的${wordsOf(groups)}（${wordOf(breachKind)}）。${done}。请留意冒名来电和信息；要更正、删除或了解详情，请联系所在党组织的党办。`;
};

/** PIPL 57: what the person concerned has to know. */
export function BreachNotice({ volunteerId }: { readonly volunteerId: string }) {
  const { data } = api.useQuery('get', '/api/volunteers/{volunteerId}/breaches', { params: { path: { volunteerId } } });
  return (data?.items ?? []).map((row) => (
    <Alert
      key={row.breachId}
      type="warning"
      showIcon
      title={`个人信息泄露通知（${row.notifiedOn}）`}
      description={noticeOf(row)}
    />
  ));
}
