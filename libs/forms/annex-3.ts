import { formDate, formHtml, type CopyNumber, type Form, type FormCell, type FormColumn, type FrozenForm } from './form.js';

/** Z-F3 附件3《党员志愿服务队登记表》. */
export interface Annex3Document extends FrozenForm {
  readonly form: 'annex-3';
  readonly unitName: string;
  /** 单位人数: the staff of the unit, not its Party members. Null prints a blank to fill in by hand. */
  readonly staffHeadcount: number | null;
  readonly partyOrganizations: readonly Annex3PartyOrganization[];
}

export interface Annex3PartyOrganization {
  readonly name: string;
  readonly teams: readonly Annex3Team[];
}

export interface Annex3Team {
  readonly name: string;
  readonly volunteerCount: number;
  readonly mainProjects: readonly string[];
  readonly leaderName: string;
  /** Office telephone and mobile as written; empty where the unit gives the name only. */
  readonly leaderContacts: readonly string[];
}

export const annex3Title = '党员志愿服务队登记表';
export const annex3Note = '注：此表由各基层党组织填写，辖市区委组织部汇总。';

export const annex3Columns: readonly FormColumn[] = [
  { label: '党组织名称', widthPercent: 15 },
  { label: '“党员志愿服务队”名称', widthPercent: 27 },
  { label: '志愿者人数', widthPercent: 14 },
  { label: '主要志愿服务项目', widthPercent: 20 },
  { label: '“党员志愿服务队”负责人姓名及联系方式（办公、手机）', widthPercent: 24 },
];

export function annex3Form(document: Annex3Document): Form {
  const teams = document.partyOrganizations.flatMap((organization) => organization.teams);
  const volunteers = teams.reduce((sum, { volunteerCount }) => sum + volunteerCount, 0);
  return {
    annexMark: '附件3',
    title: annex3Title,
    headLine: [
      `单位名称（盖章）：${document.unitName}`,
      `单位人数：${document.staffHeadcount ?? '　　'}人`,
      `填表日期：${formDate(document.filledOn)}`,
    ],
    columns: annex3Columns,
    rows: [
      ...document.partyOrganizations.flatMap(organizationRows),
      [{ text: '' }, { text: `总计　${teams.length}　支` }, { text: `总计 ${volunteers}人` }, { text: '' }, { text: '' }],
    ],
    note: annex3Note,
  };
}

const organizationRows = ({ name, teams }: Annex3PartyOrganization): FormCell[][] =>
  teams.map((team, index) => [...(index === 0 ? [{ text: name, rowSpan: teams.length }] : []), ...teamCells(team)]);

const teamCells = (team: Annex3Team): FormCell[] => [
  { text: team.name },
  { text: String(team.volunteerCount) },
  { text: team.mainProjects.join('、') },
  { text: [team.leaderName, team.leaderContacts.join('、')].filter((text) => text !== '').join('\n') },
];

export const annex3Html = (document: Annex3Document, copy?: CopyNumber, mark?: string): string =>
  formHtml(annex3Form(document), document, { copy, mark });
