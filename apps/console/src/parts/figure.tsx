import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Side } from './side.js';

interface Props {
  /** The figure as it is read, and said with the title by whoever reads aloud. */
  readonly shown: string | number;
  /** What it counts and of whom; heads the entries. */
  readonly title: string;
  /** The entries that make the figure up; asked for when they are looked at. */
  readonly children: ReactNode;
}

/** A figure that opens the entries that make it up. */
export function Figure({ shown, title, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="link" className="figure" aria-label={`${title}：${shown}`} onClick={() => setOpen(true)}>
        {shown}
      </Button>
      <Side title={title} open={isOpen} onClose={() => setOpen(false)} size={760}>
        {children}
      </Side>
    </>
  );
}
