import type { UploadFile } from 'antd';
import type { Dayjs } from 'dayjs';
import type { components } from '../../api/api.js';

export type ImportRequest = components['schemas']['ImportRequest'];
export type ImportPreview = components['schemas']['ImportPreview'];
export type ImportRun = components['schemas']['ImportRun'];
export type Kind = ImportRequest['kind'];

export const kinds: Readonly<Record<Kind, { readonly name: string; readonly needs: readonly string[] }>> = {
  teams: { name: '附件3 服务队登记表', needs: ['EstablishTeam'] },
  roster: { name: '附件2 花名册', needs: ['SubmitApplication', 'EnrolVolunteer'] },
  members: { name: '人员信息登记表', needs: ['SubmitApplication', 'EnrolVolunteer'] },
  'sign-in': { name: '活动签到表', needs: ['RecordAttendance'] },
  organizations: { name: '党组织登记表', needs: ['RegisterPartyOrganization'] },
};

/** What stands in the fields; each kind of sheet has its own. */
export interface Typed {
  readonly kind: Kind;
  readonly organizationId: string;
  readonly sheet: readonly UploadFile[];
  readonly papers?: readonly UploadFile[];
  readonly teams?: readonly UploadFile[];
  readonly texts?: Readonly<Record<string, string | undefined>>;
  readonly codes?: Readonly<Record<string, string | undefined>>;
  readonly counts?: Readonly<Record<string, number | null | undefined>>;
  readonly days?: Readonly<Record<string, Dayjs | null | undefined>>;
  readonly registerBelow?: boolean;
}

/** What is asked, and the files that go with it; they stay in this tab's memory. */
export interface Asked {
  readonly organizationId: string;
  readonly request: Omit<ImportRequest, 'sheet' | 'papers' | 'teams'>;
  readonly sheet: File;
  readonly papers: readonly File[];
  readonly teams: File | undefined;
}

const filesOf = (list: readonly UploadFile[] = []): File[] =>
  list.flatMap(({ originFileObj }) => (originFileObj ? [originFileObj as File] : []));

type Values = Readonly<Record<string, string | number | null | undefined>>;

const given = (fields: Values): Values =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** Days that only 党组织登记表 is told. */
const ofOrganizations: readonly string[] = ['registeredOn', 'countedOn'];

/** Undefined while no sheet is chosen. */
export function askedOf(typed: Typed, namesakes: readonly number[]): Asked | undefined {
  const [sheet] = filesOf(typed.sheet);
  if (!sheet) return undefined;
  // What was typed for another kind of sheet stays in the form and is not sent.
  const isOfKind = (name: string): boolean => typed.kind === 'organizations' || !ofOrganizations.includes(name);
  const told = Object.entries(typed.days ?? {}).filter(([name]) => isOfKind(name));
  const days = told.map(([name, day]) => [name, day?.format('YYYY-MM-DD')] as const);
  const fields: Values = { ...typed.texts, ...typed.codes, ...typed.counts, ...Object.fromEntries(days) };
  const request = {
    kind: typed.kind,
    ...given(fields),
    ...(typed.kind === 'teams' && typed.registerBelow === true ? { registerBelow: true } : {}),
    ...(typed.kind === 'roster' && namesakes.length > 0 ? { acceptNamesake: namesakes.map((row) => ({ row })) } : {}),
  };
  const [teams] = filesOf(typed.teams);
  return { organizationId: typed.organizationId, request, sheet, papers: filesOf(typed.papers), teams };
}
