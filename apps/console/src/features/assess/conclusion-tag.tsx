import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { conclusionNames } from './conclusions.js';

type Code = keyof typeof conclusionNames;

const looks = (code: Code | null) => {
  if (code === null) return { color: 'gold', icon: <ClockCircleOutlined /> };
  if (code === 'TARGET_MET' || code === 'TARGETS_MET') return { color: 'green', icon: <CheckCircleOutlined /> };
  if (code === 'TARGET_NOT_MET' || code === 'TARGETS_NOT_MET') return { color: 'red', icon: <CloseCircleOutlined /> };
  return { color: 'default', icon: <MinusCircleOutlined /> };
};

/** A conclusion somebody drew, or that nobody has yet, with what the figures suggest. */
export function ConclusionTag({
  conclusion,
  suggestion,
}: {
  readonly conclusion: Code | null;
  readonly suggestion: Code;
}) {
  return (
    <Tag {...looks(conclusion)}>
      {conclusion === null ? `待确认（建议：${conclusionNames[suggestion]}）` : conclusionNames[conclusion]}
    </Tag>
  );
}
