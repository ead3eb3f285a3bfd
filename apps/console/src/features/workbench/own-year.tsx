import { Card, Progress, Statistic } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { minutesText } from '../../parts/words.js';

/** A volunteer's own year, readable on a phone. */
export function OwnYear({ volunteerId }: { readonly volunteerId: string }) {
  const year = thisYear();
  const { data } = api.useQuery('get', '/api/volunteers/{volunteerId}/years/{year}', {
    params: { path: { volunteerId, year } },
  });
  const target = data?.targetMinutes ?? null;
  return (
    <Card size="small" title={`我的 ${year} 年`} extra={<Link to={`/volunteers/${volunteerId}`}>我的档案</Link>}>
      <Statistic title="已计入时长" value={minutesText(data?.serviceMinutes ?? 0)} />
      {target !== null && (
        <Progress
          aria-label="年度时长"
          percent={Math.min(100, Math.round((100 * (data?.serviceMinutes ?? 0)) / target))}
          format={() => `要求 ${minutesText(target)}`}
        />
      )}
      <p>
        参加活动 {data?.activities ?? 0} 次{data?.missingMinutes ? `，还差 ${minutesText(data.missingMinutes)}` : ''}。
      </p>
    </Card>
  );
}
