import type { YearMonth } from '#libs/kernel/time';
import { shortWord } from '#libs/reference/codes';
import { ethnicity, type EthnicityCode } from '#libs/reference/ethnicity';
import { education, sex, type EducationCode, type SexCode } from '#libs/reference/personal-codes';
import { formatYearMonthForForm } from '#libs/reference/year-month';

import { formDate, formHtml, type CopyNumber, type Form, type FormCell, type FormColumn, type FrozenForm } from './form.js';

/** Z-F2 附件2《党员志愿服务队志愿者花名册》: one roster per unit, by team and then by member. */
export interface Annex2Document extends FrozenForm {
  readonly form: 'annex-2';
  readonly unitName: string;
  readonly entries: readonly Annex2Entry[];
}

export interface Annex2Entry {
  readonly name: string;
  /** Null, here and below, prints a blank: not known, or erased. */
  readonly sexCode: SexCode | null;
  /** Completed years at 填表日期. */
  readonly age: number | null;
  /** Null prints `educationText`, the words of an imported roster that no code was chosen for. */
  readonly educationCode: EducationCode | null;
  readonly educationText?: string;
  readonly joinedPartyOn: YearMonth | null;
  readonly ethnicityCode: EthnicityCode | null;
  readonly ethnicityText?: string;
  readonly mainProjects: readonly string[];
  /** Office telephone first, then mobile, as they are to be printed. */
  readonly contacts: readonly string[];
}

export const annex2Title = '党员志愿服务队志愿者花名册';
export const annex2Note = '注：此表由各基层党组织填写，辖市区委组织部汇总。';

export const annex2Columns: readonly FormColumn[] = [
  { label: '姓名', widthPercent: 13 },
  { label: '性别', widthPercent: 7 },
  { label: '年龄', widthPercent: 7 },
  { label: '学历', widthPercent: 9 },
  { label: '入党时间', widthPercent: 12 },
  { label: '民族', widthPercent: 9 },
  { label: '主要志愿服务项目', widthPercent: 24 },
  { label: '联系方式（办公、手机）', widthPercent: 19 },
];

export const annex2Form = (document: Annex2Document): Form => ({
  annexMark: '附件2',
  title: annex2Title,
  headLine: [`单位名称（盖章）：${document.unitName}`, `填表日期：${formDate(document.filledOn)}`],
  columns: annex2Columns,
  rows: document.entries.map(entryCells),
  note: annex2Note,
});

const entryCells = (entry: Annex2Entry): FormCell[] =>
  [
    entry.name,
    entry.sexCode === null ? '' : shortWord(sex, entry.sexCode),
    String(entry.age ?? ''),
    entry.educationCode === null ? (entry.educationText ?? '') : shortWord(education, entry.educationCode),
    entry.joinedPartyOn === null ? '' : formatYearMonthForForm(entry.joinedPartyOn),
    entry.ethnicityCode === null ? (entry.ethnicityText ?? '') : shortWord(ethnicity, entry.ethnicityCode),
    entry.mainProjects.join('、'),
    entry.contacts.join('、'),
  ].map((text) => ({ text }));

export const annex2Html = (document: Annex2Document, copy?: CopyNumber, mark?: string): string =>
  formHtml(annex2Form(document), document, { copy, mark });
