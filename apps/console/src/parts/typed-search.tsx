import { Input } from 'antd';

interface Props {
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** What is typed to find something; it stays out of the address. */
export function TypedSearch({ label, typed, onTyped }: Props) {
  return (
    <Input.Search
      placeholder={label}
      aria-label={label}
      allowClear
      value={typed}
      onChange={({ target }) => onTyped(target.value)}
      style={{ width: 200 }}
      maxLength={50}
    />
  );
}
