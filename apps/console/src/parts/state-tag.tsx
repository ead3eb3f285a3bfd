import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  StopOutlined,
  SwapOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { stateName } from './ledger-words.js';

const waiting: [string, ReactNode] = ['gold', <ClockCircleOutlined key="icon" />];
const good: [string, ReactNode] = ['green', <CheckCircleOutlined key="icon" />];
const bad: [string, ReactNode] = ['red', <CloseCircleOutlined key="icon" />];
const gone: [string, ReactNode] = ['default', <MinusCircleOutlined key="icon" />];

/** Never colour alone: every state has its mark and its word. */
const looks: Readonly<Record<string, [string, ReactNode]>> = {
  APPLIED: waiting,
  RETURNED: ['blue', <UndoOutlined key="icon" />],
  DECLINED: bad,
  APPROVED: good,
  ENROLLED: good,
  WITHDRAWN: gone,
  DECEASED: gone,
  MERGED: gone,
  recorded: waiting,
  held: waiting,
  attested: good,
  credited: good,
  found: waiting,
  adjusted: ['blue', <SwapOutlined key="icon" />],
  conflicted: ['red', <SwapOutlined key="icon" />],
  declined: bad,
  reversed: ['default', <StopOutlined key="icon" />],
};

export function StateTag({ state }: { readonly state: string | null }) {
  if (state === null) return <>—</>;
  const [color, icon] = looks[state] ?? gone;
  return (
    <Tag color={color} icon={icon} className={state === 'reversed' ? 'struck' : undefined}>
      {stateName(state)}
    </Tag>
  );
}
