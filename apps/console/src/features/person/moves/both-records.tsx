import { Table, Tag } from 'antd';
import type { ReactNode } from 'react';
import { ethnicity } from '#libs/reference/ethnicity';
import { participantKind } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import { api } from '../../../api/client.js';
import { thisYear } from '../../../parts/clock.js';
import { stateName, wordOf } from '../../../parts/ledger-words.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { codeName, minutesText, orDash } from '../../../parts/words.js';
import type { Person } from '../record.js';

/** First and last characters of the ID number of everybody with the name, by person. */
export function useNamesakes(name: string) {
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/namesakes',
    { params: { query: { name } } },
    { enabled: name !== '', gcTime: 0 },
  );
  return data?.items ?? [];
}

function useIdNumber({ volunteerId, name }: Pick<Person, 'volunteerId' | 'name'>): string | null {
  return useNamesakes(name).find((one) => one.volunteerId === volunteerId)?.maskedIdNumber ?? null;
}

function useMinutes(volunteerId: string): number {
  const path = { volunteerId, year: thisYear() };
  const { data } = api.useQuery('get', '/api/volunteers/{volunteerId}/years/{year}', { params: { path } });
  return data?.serviceMinutes ?? 0;
}

interface Also {
  readonly idNumber: string | null;
  readonly minutes: number;
}

const linesOf = (person: Person, { idNumber, minutes }: Also): readonly (readonly [string, string])[] => [
  ['姓名', person.name],
  ['志愿者编号', person.volunteerNumber ?? '尚未编号'],
  ['状态', person.status ? stateName(person.status) : '—'],
  ['党组织', orDash(person.organizationName)],
  ['主队', orDash(person.primaryTeamName)],
  ['性别', codeName(sex, person.sex)],
  ['出生年月', orDash(person.birthDate)],
  ['身份证号码（首尾）', orDash(idNumber)],
  ['民族', codeName(ethnicity, person.ethnicity)],
  ['学历', codeName(education, person.education)],
  ['所在单位', orDash(person.workUnit)],
  ['政治面貌', codeName(politicalStatus, person.politicalStatus)],
  ['入党时间', orDash(person.joinedPartyOn)],
  ['人员类别', codeName(participantKind, person.participantKind)],
  ['申请日期', orDash(person.appliedOn)],
  ['造册日期', orDash(person.enrolledOn)],
  ['申请来源', wordOf(person.source)],
  [`${thisYear()} 年时长`, minutesText(minutes)],
];

/** F-09: nobody is taken for another because the name is the same. What differs is said in words; what is done with both follows below. */
export function BothRecords({
  here,
  otherId,
  children,
}: {
  readonly here: Person;
  readonly otherId: string;
  readonly children: ReactNode;
}) {
  const { data: there, error } = api.useQuery('get', '/api/volunteers/{volunteerId}', {
    params: { path: { volunteerId: otherId } },
  });
  const known = there ?? { volunteerId: otherId, name: '' };
  const [hereAlso, thereAlso]: [Also, Also] = [
    { idNumber: useIdNumber(here), minutes: useMinutes(here.volunteerId) },
    { idNumber: useIdNumber(known), minutes: useMinutes(otherId) },
  ];
  if (error) return <ProblemAlert error={error} />;
  if (!there) return null;
  const theirs = linesOf(there, thereAlso);
  const rows = linesOf(here, hereAlso).map(([label, mine], index) => ({
    label,
    mine,
    other: theirs[index]?.[1] ?? '—',
  }));
  return (
    <>
      <Table
        aria-label="两条登记对照"
        size="small"
        bordered
        pagination={false}
        rowKey="label"
        dataSource={rows}
        columns={[
          { title: '项目', dataIndex: 'label', width: 150 },
          { title: '本条登记', dataIndex: 'mine' },
          { title: '另一条登记', dataIndex: 'other' },
          {
            title: '对照',
            width: 80,
            render: (_none, { mine, other }) => (mine === other ? '相同' : <Tag color="gold">不同</Tag>),
          },
        ]}
      />
      {children}
    </>
  );
}
