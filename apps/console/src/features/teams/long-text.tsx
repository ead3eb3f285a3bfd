/** Text of any length within a table, with the lines it was written in. */
export const LongText = ({ text }: { readonly text: string | null | undefined }) => (
  <div style={{ minWidth: 120, maxWidth: 420, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text || '—'}</div>
);
