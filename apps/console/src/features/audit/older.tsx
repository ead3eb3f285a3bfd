import { Button, Space } from 'antd';
import { useState } from 'react';

const limit = 50;

/** A list by cursor, newest first. */
export function useBefore() {
  const [before, setBefore] = useState<number | undefined>();
  return {
    asked: { limit, ...(before === undefined ? {} : { before }) },
    older: (n: string): void => setBefore(Number(n)),
    newest: (): void => setBefore(undefined),
  };
}

interface Props {
  readonly items: readonly { readonly n: string }[];
  readonly isOlder: boolean;
  readonly onOlder: (n: string) => void;
  readonly onNewest: () => void;
}

export function OlderButton({ items, isOlder, onOlder, onNewest }: Props) {
  const last = items.at(-1);
  return (
    <Space style={{ marginTop: 12 }}>
      {isOlder && <Button onClick={onNewest}>回到最新</Button>}
      {last && items.length === limit && <Button onClick={() => onOlder(last.n)}>更早的</Button>}
    </Space>
  );
}
