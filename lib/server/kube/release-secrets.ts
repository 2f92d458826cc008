import { z } from 'zod';
import { getJson } from './api-request';
import type { KubeConnection } from './kube-connection';

const secretList = z.looseObject({
  items: z
    .array(
      z.looseObject({
        type: z.string().nullish(),
        metadata: z.looseObject({ labels: z.record(z.string(), z.string()).nullish() }),
        data: z.looseObject({ release: z.string() }).nullish(),
      }),
    )
    .nullish(),
});

/** One revision of a Helm release: what its labels say of where it stands, and what is packed in it. */
export type ReleaseSecret = { status: string | null; payload: string | null };

/** Which revisions are asked for, as a selector of labels; how many at most, and how large the answer may be. */
export type ReleaseSelection = { status: `status${'=' | '!='}${string}`; maxBytes: number; limit?: number };

/**
 * The Secrets in which Helm keeps the revisions of a release (type `helm.sh/release.v1`), the newest first; none where
 * Helm keeps releases elsewhere. Throws as `getJson`, or a ZodError for another form.
 */
export async function listReleaseSecrets(
  connection: KubeConnection,
  { namespace, name }: { namespace: string; name: string },
  { status, maxBytes, limit }: ReleaseSelection,
  signal: AbortSignal,
): Promise<ReleaseSecret[]> {
  const query = new URLSearchParams({ labelSelector: `owner=helm,name=${name},${status}` });
  if (limit !== undefined) query.set('limit', String(limit));
  const answer = await getJson(connection, {
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets?${query}`,
    what: `list secrets of Helm release ${name}`,
    ...{ maxBytes, signal },
  });
  return (secretList.parse(answer).items ?? [])
    .flatMap(({ type, metadata: { labels }, data }) =>
      type === 'helm.sh/release.v1'
        ? [
            {
              revision: Number(labels?.version ?? 0),
              status: labels?.status ?? null,
              payload: data?.release ?? null,
            },
          ]
        : [],
    )
    .sort((a, b) => b.revision - a.revision);
}
