import { Alert, Card, Descriptions, Empty, type DescriptionsProps } from 'antd';
import { participantKind, provenance } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { WaitingBatch } from '../../parts/batch-acts.js';
import { instantText } from '../../parts/clock.js';
import { wordOf, wordsOf } from '../../parts/ledger-words.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { PersonLink } from '../../parts/person-link.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, minutesText, orDash } from '../../parts/words.js';
import { Overlapped } from './overlapped.js';
import type { Item, PersonItem } from './item.js';

type Lines = NonNullable<DescriptionsProps['items']>;
const line = (label: string, children: React.ReactNode) => ({ key: label, label, children });

function useApplicationLines(item: PersonItem): Lines {
  const volunteerId = item.of.volunteerId;
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}',
    { params: { path: { volunteerId } } },
    { enabled: item.kind === 'application' || item.kind === 'enrolment' },
  );
  if (item.kind !== 'application' && item.kind !== 'enrolment') return [];
  const waiting = item.kind === 'application' ? item.of : undefined;
  return [
    line('党组织', orDash(data?.organizationName)),
    line('性别', codeName(sex, data?.sex)),
    line('出生年月', orDash(data?.birthDate)),
    line('政治面貌', codeName(politicalStatus, data?.politicalStatus)),
    line('入党时间', orDash(data?.joinedPartyOn)),
    line('学历', codeName(education, data?.education)),
    line('人员类别', codeName(participantKind, item.of.participantKind)),
    ...(waiting
      ? [
          line('填报人', waiting.onBehalf === 'SELF' ? '本人' : '记录员代填'),
          line('首次提交', waiting.firstSubmittedOn),
          line('存疑事项', waiting.doubts.length > 0 ? wordsOf(waiting.doubts) : '无'),
        ]
      : []),
  ];
}

function entryLines(item: PersonItem): Lines {
  if (item.kind !== 'hours' && item.kind !== 'conflict') return [];
  const { of } = item;
  return [
    line('状态', <StateTag state={of.state} />),
    line('活动', item.about),
    line('服务日期', `${of.servedOn} ${of.startsAt}—${of.endsAt}`),
    line('时长', minutesText(of.serviceMinutes)),
    line('来源等级', codeName(provenance, of.provenance)),
    line('记录类别', wordOf(of.kind)),
    line('登记日期', of.recordedOn),
    line('待批准的原因', of.holdReasons.length > 0 ? wordsOf(of.holdReasons) : '—'),
    line('逾期原因', wordOf(of.lateReasonCode)),
  ];
}

function disputeLines(item: PersonItem): Lines {
  if (item.kind !== 'dispute') return [];
  const { of } = item;
  return [
    line('异议类别', wordOf(of.ground)),
    line('内容', of.statement),
    line('提出日期', of.disputedOn),
    line('答复期限', `${of.answerDueOn}${of.overdue ? '（已逾期）' : ''}`),
    line('第几级', of.level),
  ];
}

function transferLines(item: PersonItem): Lines {
  if (item.kind !== 'transfer') return [];
  const { of } = item;
  return [
    line('转出党组织', orDash(of.fromOrganizationName)),
    line('转入党组织', orDash(of.toOrganizationName)),
    line('转出日期', of.sentOn),
    line('编号', orDash(of.volunteerNumber)),
  ];
}

function starLines(item: PersonItem): Lines {
  if (item.kind !== 'star') return [];
  const { of } = item;
  return [
    line('申报星级', `${of.appliedStars ?? 0} 星`),
    line('已认定', of.awardedStars > 0 ? `${of.awardedStars} 星` : '无'),
    line('累计时长', minutesText(of.serviceMinutes)),
    line('现有时长够申报', `${of.sufficientStars} 星`),
    line('申报日期', orDash(of.appliedOn)),
    line('认定机关', wordOf(of.approverLevel)),
  ];
}

function privacyLines(item: PersonItem): Lines {
  if (item.kind !== 'privacy') return [];
  const { of } = item;
  return [
    line('处理方式', wordOf(of.answer)),
    line('依据', wordOf(of.basis)),
    line('信息类别', of.groups.length > 0 ? wordsOf(of.groups) : '—'),
    line('提出日期', of.filedOn),
    ...(of.answer === 'SHRED'
      ? [line('批准之前', <Link to={`/volunteers/${of.volunteerId}?tab=mentions`}>查看提到此人的文字</Link>)]
      : []),
  ];
}

/** How much the person has this year, before and after this entry. */
function YearSoFar({ item }: { readonly item: PersonItem }) {
  const [volunteerId, year] = [item.of.volunteerId, 'year' in item.of ? item.of.year : 0];
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}/years/{year}',
    { params: { path: { volunteerId, year } } },
    { enabled: year > 0 },
  );
  if (!data) return null;
  // What an overlap adds depends on which of the two stands.
  const adds = item.kind === 'conflict' ? 0 : item.minutes;
  return (
    <Alert
      type="info"
      showIcon
      title={`${year} 年已计入 ${minutesText(data.serviceMinutes)}${adds > 0 ? `，计入本条后 ${minutesText(data.serviceMinutes + adds)}` : ''}`}
    />
  );
}

function PersonEvidence({ item }: { readonly item: PersonItem }) {
  const application = useApplicationLines(item);
  return (
    <Card
      size="small"
      title={<PersonLink volunteerId={item.of.volunteerId} name={item.name || '查看档案'} />}
      aria-label="依据"
    >
      <div className="stack">
        <YearSoFar item={item} />
        <Descriptions
          column={1}
          size="small"
          bordered
          items={[
            ...application,
            ...entryLines(item),
            ...disputeLines(item),
            ...transferLines(item),
            ...starLines(item),
            ...privacyLines(item),
          ]}
        />
        {item.kind === 'conflict' && <Overlapped entry={item.of} />}
      </div>
    </Card>
  );
}

/** How much of a batch waits for whom; its rows are in the sheet, and behind the page of batches. */
const BatchEvidence = ({ batch }: { readonly batch: WaitingBatch }) => (
  <Card size="small" title={<Link to="/import/batches">导入批次</Link>} aria-label="依据">
    <Descriptions
      column={1}
      size="small"
      bordered
      items={[
        line('党组织', <OrganizationName organizationId={batch.organizationId} />),
        line('导入人', batch.displayName ?? '—'),
        line('导入时间', instantText(batch.startedAt)),
        line('待确认', `${batch.unattested} 条，${minutesText(batch.unattestedMinutes)}`),
        line('逾期补录待批准', `${batch.late} 条，${minutesText(batch.lateMinutes)}`),
        line('当日过长，逐条批准', `${batch.longDays} 条`),
      ]}
    />
  </Card>
);

/** What the decision rests on, beside the list. */
export const Evidence = ({ item }: { readonly item: Item }) =>
  item.kind === 'batch' ? <BatchEvidence batch={item.of} /> : <PersonEvidence item={item} />;

export const NothingChosen = () => (
  <Card size="small" aria-label="依据">
    <Empty description="用 J、K 键或鼠标选取一条" />
  </Card>
);
