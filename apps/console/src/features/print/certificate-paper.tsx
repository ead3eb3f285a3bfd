import { Empty, Select, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { Framed } from './framed.js';

/** The certificates of one person, each as the paper that is handed out. */
export function CertificatePaper({ volunteerId }: { readonly volunteerId: string | undefined }) {
  const [chosen, setChosen] = useState<number | undefined>();
  const { data } = api.useQuery(
    'get',
    '/api/certificates/{volunteerId}',
    { params: { path: { volunteerId: volunteerId ?? '' } } },
    { enabled: volunteerId !== undefined },
  );
  const items = data?.items ?? [];
  const ordinal = items.some((one) => one.ordinal === chosen) ? chosen : items[0]?.ordinal;
  if (volunteerId === undefined) return <Empty description="请在上面选取志愿者" />;
  if (data && items.length === 0) return <Empty description="还没有编制服务证明" />;
  return (
    <div className="stack">
      <Space className="no-print">
        <Select
          aria-label="证明编号"
          value={ordinal}
          onChange={setChosen}
          style={{ minWidth: 220 }}
          options={items.map(({ ordinal: value, number }) => ({ value, label: number }))}
        />
      </Space>
      {ordinal !== undefined && (
        <Framed title="志愿服务记录证明" address={`/api/certificates/${volunteerId}/${ordinal}?format=html`} />
      )}
    </div>
  );
}
