import { Alert, Form, Input, Space } from 'antd';
import type { AnswerOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import type { BookOf } from './book-of.js';

type Book = AnswerOf<'/api/books/{organizationId}/{year}'>['book'];

interface Props {
  readonly of: BookOf;
  readonly book: Book;
  /** Undefined while the trial balance is not there. */
  readonly breaks: number | undefined;
}

/** Provisionally as often as wanted; for good once, and only where nothing is broken. */
export function CloseActs({ of, book, breaks }: Props) {
  const [mayFix, mayClose] = [useMay('CloseYearProvisionally'), useMay('CloseYear')];
  if (book?.state === 'CLOSED') return null;
  return (
    <Space wrap>
      {mayFix && (
        <CommandButton<'/api/books/{organizationId}/{year}/provisional-close', object>
          type={book ? 'default' : 'primary'}
          title={`预结 ${of.year} 年`}
          label={book ? '再预结一次' : '预结'}
          okText="预结"
          path="/api/books/{organizationId}/{year}/provisional-close"
          given={() => ({ path: of, body: {} })}
        >
          <Alert
            type="info"
            showIcon
            title={`固定现在的数字供核对，还可以更正；试算${breaks === 0 ? '已平' : `尚有 ${breaks ?? '……'} 处不平`}。`}
          />
        </CommandButton>
      )}
      {mayClose && book && (
        <CommandButton<'/api/books/{organizationId}/{year}/close', { readonly decision?: string }>
          type="primary"
          isDangerous
          title={`正式年结 ${of.year} 年`}
          label="正式年结"
          okText="正式年结，不再更改"
          path="/api/books/{organizationId}/{year}/close"
          given={({ decision }) => ({ path: of, body: decision ? { decision } : {} })}
        >
          <Alert
            type="warning"
            showIcon
            title={`将关账 ${book.volunteers} 人、${book.entries} 条记录；关账后不能再更正，只能作年结后调整。`}
          />
          <Form.Item name="decision" label="年结决定（会议、文件，可不填）">
            <Input maxLength={500} />
          </Form.Item>
        </CommandButton>
      )}
      {mayClose && book && breaks !== undefined && breaks > 0 && (
        <span className="fault">还有 {breaks} 处不平，正式年结会被拒绝，请先逐处处理</span>
      )}
    </Space>
  );
}
