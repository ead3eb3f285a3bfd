import { give } from '../../api/give.js';
import { problemOf, Refusal, Unanswered } from '../../api/problem.js';
import type { AnswerOf } from '../../api/query.js';

export type Evidence = AnswerOf<'/api/activities/{activityId}/evidence'>['items'][number];

/** What holds for every file that is handed in together. */
export interface EvidenceTyped {
  readonly evidenceKind: Evidence['evidenceKind'];
  readonly sessionId?: string;
  readonly showsMinor?: boolean;
  readonly hasGuardianConsent?: boolean;
  readonly caption?: string;
}

/** A file that is chosen, with the ids under which it is recorded once however often it is sent. */
export interface ChosenFile {
  readonly evidenceId: string;
  readonly commandKey: string;
  readonly file: File;
}

const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf'];
export const acceptedFiles = '.jpg,.jpeg,.png,.pdf';
// The server keeps no more; said before the file is sent, because it hangs up on what is larger.
const bytesMax = 10 * 1024 * 1024;
const captionMax = 200;

/** Why a file need not be sent at all. */
export function faultOfFile({ size }: Pick<File, 'size'>): string | undefined {
  if (size === 0) return '文件是空的，请重新选择';
  return size > bytesMax ? '佐证文件最大 10 MB，请压缩后再上传' : undefined;
}

async function answerOf(request: XMLHttpRequest): Promise<string> {
  const contentType = request.getResponseHeader('content-type') ?? '';
  const response = new Response(request.responseText, {
    status: request.status,
    headers: { 'content-type': contentType },
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  const { sha256 } = (await response.json()) as { sha256: string };
  return sha256;
}

/** The SHA-256 under which the server keeps the file; `onPercent` hears how much of it has left, 0–100. Throws Refusal and Unanswered. */
function uploaded(activityId: string, file: File, onPercent: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much has left.
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) onPercent(Math.floor((100 * loaded) / total));
    };
    request.onerror = () => reject(new Unanswered());
    request.onload = () => void answerOf(request).then(resolve, reject);
    request.open('POST', `/api/activities/${activityId}/evidence-files`);
    request.setRequestHeader('content-type', mediaTypes.includes(file.type) ? file.type : 'application/octet-stream');
    request.send(file);
  });
}

/** Hands the file in and names it as evidence of the activity. Throws Refusal and Unanswered. */
export async function addEvidence(
  activityId: string,
  { file, evidenceId, commandKey }: ChosenFile,
  { caption, ...typed }: EvidenceTyped,
  onPercent: (percent: number) => void,
): Promise<void> {
  const sha256 = await uploaded(activityId, file, onPercent);
  const body = { ...typed, evidenceId, sha256, caption: caption ?? file.name.slice(0, captionMax) };
  await give('/api/activities/{activityId}/evidence', { path: { activityId }, body }, commandKey);
}

/** What lies in the house. Throws Refusal and Unanswered. */
export async function evidenceFile({ activityId, evidenceId }: Evidence): Promise<Blob> {
  const response = await fetch(`/api/activities/${activityId}/evidence/${evidenceId}/file`).catch(() => {
    throw new Unanswered();
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  return response.blob();
}

const endings = { JPEG: 'jpg', PNG: 'png', PDF: 'pdf' } as const;

/** What the file is called where it is saved. */
export function fileNameOf({ caption, contentType, addedOn }: Evidence): string {
  const ending = `.${endings[contentType]}`;
  const name = (caption ?? `佐证-${addedOn}`).replaceAll(/[\\/:*?"<>|]/g, '_');
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

/** As people say sizes: KB up to a megabyte, MB above. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
