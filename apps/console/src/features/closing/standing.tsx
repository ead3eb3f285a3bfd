import { LockOutlined } from '@ant-design/icons';
import { Descriptions, Progress, Steps, Tag } from 'antd';
import type { AnswerOf } from '../../api/query.js';
import { minutesText } from '../../parts/words.js';

type Answer = AnswerOf<'/api/books/{organizationId}/{year}'>;

const stepOf = ({ book, progress }: Answer): number => {
  if (book === null) return 0;
  if (book.state === 'PROVISIONAL') return 1;
  return progress.closed < progress.volunteers ? 2 : 3;
};

/** How far the close has come, and the figures it froze. */
export function Standing({ book, progress }: Answer) {
  return (
    <>
      <Steps
        current={stepOf({ book, progress })}
        size="small"
        items={[
          { title: '核对试算' },
          { title: '预结', ...(book ? { content: book.closedOn } : {}) },
          { title: '正式年结' },
          { title: '已关账' },
        ]}
      />
      {book && (
        <Descriptions
          bordered
          size="small"
          column={{ xs: 1, md: 3 }}
          title={
            book.state === 'CLOSED' ? (
              <Tag color="purple" icon={<LockOutlined />}>
                已年结 {book.closedOn}
              </Tag>
            ) : (
              <Tag color="gold">已预结 {book.closedOn}，数字已固定，尚未关账</Tag>
            )
          }
          items={[
            { key: 'people', label: '人数', children: book.volunteers },
            { key: 'minutes', label: '时长', children: minutesText(book.serviceMinutes) },
            { key: 'entries', label: '记录', children: `${book.entries} 条，活动 ${book.activities} 次` },
            { key: 'pack', label: '规则包', children: `${book.pack} 第 ${book.packVersion} 版` },
            { key: 'position', label: '台账位置', children: book.position },
            { key: 'hash', label: '账册哈希', children: <code>{book.bookHash.slice(0, 16)}……</code> },
          ]}
        />
      )}
      {book?.state === 'CLOSED' && (
        <Progress
          aria-label="逐人关账进度"
          percent={progress.volunteers === 0 ? 100 : Math.floor((100 * progress.closed) / progress.volunteers)}
          format={() => `逐人关账 ${progress.closed} / ${progress.volunteers}`}
        />
      )}
    </>
  );
}
