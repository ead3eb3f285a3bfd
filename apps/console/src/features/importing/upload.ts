import { http } from '../../api/client.js';
import { problemOf, Refusal, Unanswered } from '../../api/problem.js';
import type { Asked, ImportRequest } from './asked.js';

/** What the server says of a file that it kept too long ago, or before it was started anew. */
const fileGone = 'import_file_is_gone';

/** The SHA-256 under which the server keeps the file. Throws Refusal and Unanswered. */
async function uploaded(organizationId: string, file: File): Promise<string> {
  const response = await fetch(`/api/organizations/${organizationId}/import-files`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new Unanswered();
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  const { sha256 } = (await response.json()) as { sha256: string };
  return sha256;
}

async function requestOf({ organizationId, request, sheet, papers, teams }: Asked): Promise<ImportRequest> {
  const scans: { sha256: string; fileName: string }[] = [];
  const sha256 = await uploaded(organizationId, sheet);
  for (const paper of papers) scans.push({ sha256: await uploaded(organizationId, paper), fileName: paper.name });
  return {
    ...request,
    sheet: sha256,
    ...(scans.length > 0 ? { papers: scans } : {}),
    ...(teams ? { teams: await uploaded(organizationId, teams) } : {}),
  };
}

export interface Sent {
  readonly asked: Asked;
  readonly request: ImportRequest;
}

/** Uploads the files and asks for the preview. */
export async function previewed(asked: Asked) {
  const request = await requestOf(asked);
  const { data } = await http.POST('/api/organizations/{organizationId}/import-previews', {
    params: { path: { organizationId: asked.organizationId } },
    body: request,
  });
  if (!data) throw new Unanswered();
  return { asked, request, preview: data };
}

/** Says yes under one id: sent again, it is the same run. Files that the server lost meanwhile are sent again. */
export async function begun({ asked, request }: Sent, runId: string) {
  const start = async (body: ImportRequest) => {
    const { data } = await http.POST('/api/organizations/{organizationId}/import-runs', {
      params: { path: { organizationId: asked.organizationId } },
      body: { ...body, runId },
    });
    if (!data) throw new Unanswered();
    return data;
  };
  try {
    return await start(request);
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.refusal !== fileGone) throw error;
    return start(await requestOf(asked));
  }
}
