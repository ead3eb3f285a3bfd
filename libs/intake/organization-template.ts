import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { organizationKind } from '#libs/reference/organization-kinds';
import { organizationColumns, organizationSheetTitle } from './organization-sheet.js';

const rowsPrepared = 1_000;
/** Where the lines begin, counted as Excel does. */
const firstLine = 3;

/** What to write into each column, for whoever fills in the sheet. */
const explanations: Readonly<Record<keyof typeof organizationColumns, string>> = {
  code: '可不填。同名的党组织之间用来区分：本表内自编，不得重复，“上级党组织”一列可填这个编号。不记入台账。',
  name: '全称。',
  kind: `只能填下列之一：${organizationKind.entries.map(({ name }) => name).join('、')}。党小组只能设在党支部之下。`,
  parent: '填上级的名称或编号：可以是本表中的，也可以是已登记的。不填的，登记在导入时所选的党组织之下。行的先后不限。',
  department: '可不填。归口管理部门的名称或编号，须在本表中或已登记。',
  unitName: '所在单位全称，表格和证明上照此打印。不填的，按党组织名称登记。',
  unifiedCreditCode: '可不填。18 位，该列已设为文本。',
  registeredOn: '不填的，用导入时写明的登记日期。样式：2026-07-01。',
  staffHeadcount: '可不填。单位职工人数，不是党员人数。',
  fullMembers: '可不填；与“预备党员”一并填写，没有的填 0。',
  probationaryMembers: '可不填；与“正式党员”一并填写，没有的填 0。',
};

/** An empty《党组织登记表》as .xlsx: every column as text, the kinds to choose from, and a second sheet that explains. */
export function organizationTemplate(): Promise<Uint8Array> {
  const columns = Object.values(organizationColumns);
  const keys = Object.keys(organizationColumns) as (keyof typeof organizationColumns)[];
  const blank = (): CellValue[] => columns.map(() => '');
  const kinds = String.fromCharCode('A'.charCodeAt(0) + keys.indexOf('kind'));
  return writeXlsx({
    sheets: [
      {
        name: organizationSheetTitle,
        // Text, so that Excel shortens no code and turns no number into a date.
        columns: columns.map(({ label }) => ({ width: Math.max(12, label.length * 2.4), numFmt: '@' })),
        rows: [[organizationSheetTitle], columns.map(({ label }) => label), blank()],
        freezePane: { rows: firstLine - 1 },
        dataValidations: [
          {
            type: 'list',
            formula1: `填写说明!$D$2:$D$${organizationKind.entries.length + 1}`,
            allowBlank: true,
            showErrorMessage: true,
            errorTitle: '类别',
            errorMessage: '请从列表中选取类别',
            range: `${kinds}${firstLine}:${kinds}${rowsPrepared + firstLine}`,
          },
        ],
      },
      { name: '填写说明', columns: [{ width: 20 }, { width: 100 }, { width: 4 }, { width: 24 }], rows: explained() },
    ],
  });
}

function explained(): CellValue[][] {
  const kinds = organizationKind.entries.map(({ name }) => name);
  const lines = Object.entries(explanations).map(([key, text]) => [
    organizationColumns[key as keyof typeof organizationColumns].label,
    text,
  ]);
  return [
    ['列', '怎么填', '', '类别'],
    ...Array.from({ length: Math.max(lines.length, kinds.length) }, (_none, at): CellValue[] => [
      ...(lines[at] ?? ['', '']),
      '',
      kinds[at] ?? '',
    ]),
  ];
}
