import { keepPreviousData } from '@tanstack/react-query';
import { Alert, DatePicker, Empty, Form, Select, Tag, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { PersonLink } from '../../parts/person-link.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText } from '../../parts/words.js';
import { levelsText, SchemeInForce, useSchemes, type Scheme } from './scheme.js';

type Row = RowOf<'/api/star-board/dry-run'>;
type Asked = QueryOf<'/api/star-board/dry-run'>;

const columns: TableProps<Row>['columns'] = [
  { title: '编号', dataIndex: 'volunteerNumber' },
  { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
  { title: '累计时长', className: 'number', render: (_none, { serviceMinutes }) => minutesText(serviceMinutes) },
  { title: '现在够申报', className: 'number', render: (_none, row) => `${row.sufficientStars} 星` },
  { title: '换后够申报', className: 'number', render: (_none, row) => `${row.sufficientStarsThen} 星` },
  {
    title: '变化',
    render: (_none, row) =>
      row.sufficientStarsThen > row.sufficientStars ? <Tag color="green">↑ 升</Tag> : <Tag color="red">↓ 降</Tag>,
  },
  { title: '已认定（不变）', className: 'number', render: (_none, row) => `${row.awardedStars} 星` },
];

interface Adopting {
  readonly organizationId: string;
  readonly effectiveOn: Dayjs;
}

function Adopt({ scheme, within }: { readonly scheme: Scheme; readonly within: string | undefined }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/star-schemes', Adopting>
      isDangerous
      title="采用这一标准"
      okText="采用"
      path="/api/organizations/{organizationId}/star-schemes"
      initial={{ ...(within ? { organizationId: within } : {}), effectiveOn: dayjs(today()) }}
      given={({ organizationId, effectiveOn }) => ({
        path: { organizationId },
        body: { scheme: scheme.id, schemeVersion: scheme.version, effectiveOn: effectiveOn.format('YYYY-MM-DD') },
      })}
    >
      <Alert
        type="warning"
        showIcon
        title={`将采用 ${scheme.issuer} ${scheme.id} 第 ${scheme.version} 版；已认定的星级不变。`}
      />
      <Form.Item name="organizationId" label="党组织" rules={[{ required: true, message: '请选取党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <Form.Item name="effectiveOn" label="生效日期" rules={[{ required: true, message: '请填写生效日期' }]}>
        <DatePicker />
      </Form.Item>
    </CommandButton>
  );
}

/** Whose minutes would suffice for other stars under another scheme; nothing is changed by looking (换标准试算). */
export default function DryRun() {
  const filters = useFilters<{ within: string; scheme: string; version: string }>(['within', 'scheme', 'version']);
  const { within, scheme: id } = filters.values;
  const schemes = useSchemes(within);
  const mayAdopt = useMay('AdoptStarScheme');
  const chosen = schemes?.find((one) => one.id === id && one.version === Number(filters.values.version));
  const { page, pageSize } = filters.asked;
  const query = {
    ...{ page, pageSize, scheme: (chosen?.id ?? '') as Asked['scheme'], schemeVersion: chosen?.version ?? 0 },
    ...(within ? { within } : {}),
  };
  const answer = api.useQuery(
    'get',
    '/api/star-board/dry-run',
    { params: { query } },
    { placeholderData: keepPreviousData, enabled: chosen !== undefined },
  );
  return (
    <TreePage within={within} onChoose={(next) => filters.set({ within: next })}>
      <div className="stack">
        <SchemeInForce scheme={schemes?.find(({ isInForce }) => isInForce)} />
        <div className="toolbar">
          <Select
            aria-label="拟采用的标准"
            placeholder="请选取拟采用的标准"
            style={{ width: 320 }}
            value={chosen && `${chosen.id} ${chosen.version}`}
            onChange={(value: string) => {
              const [scheme, version] = value.split(' ');
              filters.set({ scheme, version });
            }}
            options={(schemes ?? [])
              .filter(({ isInForce }) => !isInForce)
              .map((one) => ({
                value: `${one.id} ${one.version}`,
                label: `${one.issuer} ${one.id} 第 ${one.version} 版`,
              }))}
          />
          <div className="toolbar-right">{chosen && mayAdopt && <Adopt scheme={chosen} within={within} />}</div>
        </div>
        {chosen ? (
          <>
            <Alert type="info" showIcon title={levelsText(chosen)} description={`依据：${chosen.source}`} />
            <List<Row>
              rowKey="volunteerId"
              columns={columns}
              answer={answer}
              turning={filters}
              empty={<Empty description="换成这一标准，没有人够申报的星级会变" />}
            />
          </>
        ) : (
          <Empty description="先在上面选取一种标准，看谁够申报的星级会变；只是试算，什么也不改" />
        )}
      </div>
    </TreePage>
  );
}
