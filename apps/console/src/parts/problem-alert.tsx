import { Alert, Button } from 'antd';
import { problemFrom } from '../api/problem.js';

/** Says no in the words of the API, with every fault at once. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (error === null || error === undefined) return null;
  const { title, detail, faults = [] } = problemFrom(error);
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={
        <>
          {detail}
          {faults.length > 0 && (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {faults.map(({ field, message }) => (
                <li key={`${field} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>再试一次</Button>}
      style={{ marginBottom: 16 }}
    />
  );
}
