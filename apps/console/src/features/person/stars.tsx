import { Alert, Descriptions, Rate } from 'antd';
import { api } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';

/** How many stars, under which scheme, and how far the next is. */
export function Stars({ volunteerId }: { readonly volunteerId: string }) {
  const { data, error } = api.useQuery('get', '/api/volunteers/{volunteerId}/stars', {
    params: { path: { volunteerId } },
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  return (
    <div className="stack">
      <Alert
        type="info"
        showIcon
        title={`星级标准 ${data.scheme.id}（第 ${data.scheme.version} 版）；累计时长够了可以申报，由人认定`}
      />
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          {
            key: 'awarded',
            label: '已认定',
            children: <Rate disabled value={data.awardedStars} aria-label={`已认定 ${data.awardedStars} 星`} />,
          },
          { key: 'minutes', label: '累计时长', children: minutesText(data.serviceMinutes) },
          { key: 'may', label: '可以申报', children: data.stars > 0 ? `${data.stars} 星` : '还不够' },
          {
            key: 'next',
            label: '下一星',
            children: data.next ? `${data.next.stars} 星，还差 ${minutesText(data.next.missingMinutes)}` : '—',
          },
          {
            key: 'awards',
            label: '历次认定',
            children: data.awards.map((one) => `${one.awardedOn} ${one.stars} 星`).join('；') || '—',
          },
        ]}
      />
    </div>
  );
}
