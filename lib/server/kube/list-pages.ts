import { z } from 'zod';
import { getJson } from './api-request';
import { ApiStatusError } from './api-status-error';
import type { KubeConnection } from './kube-connection';

const listSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string().nullish(), continue: z.string().nullish() }),
  items: z.array(z.unknown()).nullish(),
});

const pageLimit = 500;

export type ListRequest = {
  /** `/api/v1/pods`. */
  path: string;
  /** `list pods`. */
  what: string;
  labelSelector?: string;
  fieldSelector?: string;
  signal?: AbortSignal;
};

/**
 * Lists a kind page by page, handing each page's objects to `onPage` as they come, so that no more than one page is
 * held unshaped. Gives the resourceVersion to watch from. A continue token that expired (410) begins again, once,
 * after `onRestart`. Throws as `getJson`.
 */
export async function listPages(
  connection: KubeConnection,
  request: ListRequest,
  onPage: (objects: unknown[]) => void,
  onRestart: () => void,
): Promise<string> {
  try {
    return await listOnce(connection, request, onPage, pageLimit);
  } catch (error) {
    if (!(error instanceof ApiStatusError) || error.httpStatus !== 410) throw error;
    onRestart();
    // Without a limit the answer is one page, which no compaction can cut in two.
    return listOnce(connection, request, onPage, null);
  }
}

async function listOnce(
  connection: KubeConnection,
  { path, what, labelSelector, fieldSelector, signal }: ListRequest,
  onPage: (objects: unknown[]) => void,
  limit: number | null,
): Promise<string> {
  let continueToken = '';
  for (;;) {
    const query = new URLSearchParams();
    if (limit !== null) query.set('limit', String(limit));
    if (labelSelector) query.set('labelSelector', labelSelector);
    if (fieldSelector) query.set('fieldSelector', fieldSelector);
    if (continueToken !== '') query.set('continue', continueToken);
    const answer = await getJson(connection, { path: `${path}?${query}`, what, signal });
    const list = listSchema.parse(answer);
    onPage(list.items ?? []);
    continueToken = list.metadata.continue ?? '';
    if (continueToken === '') return list.metadata.resourceVersion ?? '';
  }
}
