import { formDate, formHtml, type CopyNumber, type Form, type FormCell, type FormColumn, type FrozenForm } from './form.js';

/** Z-F4 附件4《党员志愿服务队组队情况汇总表》. */
export interface Annex4Document extends FrozenForm {
  readonly form: 'annex-4';
  /** 辖市（区）党管科 or 主管部门 that compiles the summary and seals it. */
  readonly compiledBy: string;
  readonly units: readonly Annex4Unit[];
}

export interface Annex4Unit {
  readonly name: string;
  /** 党员人数: all members, full and probationary; null, nobody stated it, prints a blank. */
  readonly memberCount: number | null;
  readonly teamCount: number;
  readonly volunteerCount: number;
}

export const annex4Title = '党员志愿服务队组队情况汇总表';
export const annex4Note = '注：此表由各辖市（区）组织部党管科和市各主管部门负责汇总填写。';

/** The annex shows five rows under its head, and no row for totals. */
export const annex4BodyRowsMin = 5;

export const annex4Columns: readonly FormColumn[] = [
  { label: '序号', widthPercent: 8 },
  { label: '单　位　名　称', widthPercent: 36 },
  { label: '党员人数', widthPercent: 14 },
  { label: '党员志愿服务队数（支）', widthPercent: 22 },
  { label: '党员志愿者人数', widthPercent: 20 },
];

export const annex4Form = (document: Annex4Document): Form => ({
  annexMark: '附件4',
  title: annex4Title,
  headLine: [`辖市（区）、市各主管部门（盖章）：${document.compiledBy}`, `填表日期：${formDate(document.filledOn)}`],
  columns: annex4Columns,
  rows: [...document.units.map(unitCells), ...emptyRows(annex4BodyRowsMin - document.units.length)],
  note: annex4Note,
});

const unitCells = (unit: Annex4Unit, index: number): FormCell[] =>
  [index + 1, unit.name, unit.memberCount, unit.teamCount, unit.volunteerCount].map((value) => ({ text: String(value ?? '') }));

const emptyRows = (count: number): FormCell[][] =>
  Array.from({ length: Math.max(0, count) }, () => annex4Columns.map(() => ({ text: '' })));

export const annex4Html = (document: Annex4Document, copy?: CopyNumber, mark?: string): string =>
  formHtml(annex4Form(document), document, { copy, mark });
