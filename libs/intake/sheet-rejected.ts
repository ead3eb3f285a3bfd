/** The file cannot be read at all. Both texts are Chinese sentences for the person who handed it in, without personal text. */
export class SheetRejected extends Error {
  override readonly name = 'SheetRejected';

  constructor(
    readonly code: SheetRejection,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

export type SheetRejection =
  | 'file_empty'
  | 'file_too_large'
  | 'not_a_workbook'
  | 'old_workbook_or_encrypted'
  | 'macros_not_accepted'
  | 'archive_suspicious'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'header_not_found'
  | 'column_missing'
  | 'column_twice'
  | 'no_rows'
  | 'team_line_unread';
