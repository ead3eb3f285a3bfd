import type { Dayjs } from 'dayjs';
import { DayItem, dayOf, TextItem } from '../../parts/items.js';

/** The paper on which a team begins or ends. */
export interface DocumentTyped {
  readonly documentTitle: string;
  readonly documentNumber?: string;
  readonly documentDatedOn: Dayjs;
}

export const documentOf = ({ documentTitle, documentNumber, documentDatedOn }: DocumentTyped) => ({
  documentTitle,
  documentDatedOn: dayOf(documentDatedOn),
  ...(documentNumber ? { documentNumber } : {}),
});

export const DocumentItems = ({ of = '' }: { readonly of?: string }) => (
  <>
    <TextItem name="documentTitle" label={`${of}文件标题`} max={200} />
    <TextItem name="documentNumber" label={`${of}文件文号`} max={100} isOptional />
    <DayItem name="documentDatedOn" label={`${of}文件日期`} />
  </>
);
