import { Alert, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { Evidence } from './upload-evidence.js';

export interface Paper {
  readonly sheets: readonly Evidence[];
  /** The only one there is, until somebody chooses. */
  readonly sheetId: string | undefined;
  readonly isPending: boolean;
  readonly choose: (sheetId: string | undefined) => void;
}

/** The sign-in sheets among the evidence of the activity, and which of them the lines rest on. */
export function useSignInSheet(activityId: string): Paper {
  const { data, isPending } = api.useQuery('get', '/api/activities/{activityId}/evidence', {
    params: { path: { activityId }, query: { pageSize: 200 } },
  });
  const sheets = (data?.items ?? []).filter(({ evidenceKind }) => evidenceKind === 'SIGN_IN_SHEET');
  // Null where somebody said that it is none of them.
  const [chosen, setChosen] = useState<string | null | undefined>();
  const only = sheets.length === 1 ? sheets[0]?.evidenceId : undefined;
  return {
    sheets,
    isPending,
    sheetId: (chosen === undefined ? only : chosen) ?? undefined,
    choose: (sheetId) => setChosen(sheetId ?? null),
  };
}

interface Props {
  readonly activityId: string;
  readonly paper: Paper;
  /** Several people are recorded in one act only from the paper that they signed (F-06). */
  readonly isNeeded: boolean;
}

export function SignInSheet({ activityId, paper: { sheets, sheetId, isPending, choose }, isNeeded }: Props) {
  if (sheets.length > 0)
    return (
      <Select
        allowClear
        placeholder={isNeeded ? '请选取签到表' : '签到表'}
        aria-label="签到表"
        value={sheetId}
        onChange={choose}
        options={sheets.map(({ evidenceId, caption, addedOn }) => ({
          value: evidenceId,
          label: `签到表：${caption ?? addedOn}`,
        }))}
        style={{ minWidth: 220 }}
      />
    );
  if (!isNeeded || isPending) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          一次登记多人须有签到表，请先在<Link to={`/activities/${activityId}?tab=evidence`}>佐证</Link>
          里上传；没有签到表的，逐人登记。
        </>
      }
    />
  );
}
