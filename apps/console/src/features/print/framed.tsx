import { Button } from 'antd';

/** A form that the API sets as paper, seen before it is printed. */
export const Framed = ({ title, address }: { readonly title: string; readonly address: string }) => (
  <div className="stack">
    <div className="no-print">
      <a href={address} target="_blank" rel="noreferrer">
        <Button type="primary">打开并打印</Button>
      </a>
    </div>
    <iframe key={address} title={title} src={address} className="paper" />
  </div>
);
