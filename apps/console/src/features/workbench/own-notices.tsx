import { Card } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { instantText } from '../../parts/clock.js';
import { eventName } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import { ShortPages, shortPageSize } from './short-pages.js';

/** What a volunteer was told, latest first: of hours, sign-ups, disputes, certificates. */
export function OwnNotices({ volunteerId }: { readonly volunteerId: string }) {
  const [page, setPage] = useState(1);
  const { data, error } = api.useQuery('get', '/api/volunteers/{volunteerId}/notices', {
    params: { path: { volunteerId }, query: { page, pageSize: shortPageSize } },
  });
  return (
    <Card size="small" title="给我的通知">
      <ProblemAlert error={error} />
      {data?.total === 0 && '还没有通知。'}
      <ul className="sheet">
        {data?.items.map(({ position, type, toldAt, servedOn, serviceMinutes, words }) => (
          <li key={position} className="sheet-line">
            <div>
              <strong>{eventName(type)}</strong>
              {servedOn !== null && `　${servedOn}`}
              {serviceMinutes !== null && `　${minutesText(serviceMinutes)}`}
              {words !== null && <div>{words}</div>}
            </div>
            <span className="quiet">{instantText(toldAt)}</span>
          </li>
        ))}
      </ul>
      <ShortPages page={page} total={data?.total} onTurn={setPage} />
    </Card>
  );
}
