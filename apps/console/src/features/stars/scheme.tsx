import { Alert } from 'antd';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { minutesText } from '../../parts/words.js';

export type Scheme = RowOf<'/api/star-board/schemes'>;

/** Every scheme there is; the one in force for the chosen organization says so. */
export function useSchemes(within: string | undefined): readonly Scheme[] | undefined {
  const { data } = api.useQuery('get', '/api/star-board/schemes', { params: { query: within ? { within } : {} } });
  return data?.items;
}

export const levelsText = ({ levels }: Pick<Scheme, 'levels'>): string =>
  levels.map(({ stars, serviceMinutesMin }) => `${stars} 星 ${minutesText(serviceMinutesMin)}`).join('，');

/** Under which scheme the board is read, before any star is. */
export const SchemeInForce = ({ scheme }: { readonly scheme: Scheme | undefined }) => (
  <Alert
    type="info"
    showIcon
    title={scheme ? `现行标准：${scheme.issuer} ${scheme.id} 第 ${scheme.version} 版` : '正在查询现行标准'}
    description={scheme && `${levelsText(scheme)}。依据：${scheme.source}。时长够了可以申报，由人认定。`}
  />
);
