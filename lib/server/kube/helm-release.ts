import { z } from 'zod';
import { helmValuesOfKnobs } from '@/lib/cilium/settings/helm-values';
import { unpackHelmPayload } from './helm-payload';
import type { KubeConnection } from './kube-connection';
import { KubeError } from './kube-error';
import { listReleaseSecrets } from './release-secrets';

/** etcd takes no object above 1.5 MiB; the list has one Secret, or two while Helm is between revisions. */
const answerMaxBytes = 8 << 20;

const releaseSchema = z.looseObject({
  version: z.number(),
  config: z.unknown().optional(),
  chart: z.looseObject({ metadata: z.looseObject({ version: z.string() }) }).nullish(),
});

/** What the Secret of a release says of the values a user gave. */
export type HelmRelease = {
  revision: number;
  chartVersion: string | null;
  /** Values of knobs by path: `loadBalancer.mode`. What the user did not give is missing: the chart's default holds. */
  values: Record<string, string>;
};

/**
 * Reads the deployed revision of a Helm release from its Secret (type `helm.sh/release.v1`: base64 of base64 of gzip
 * of JSON). null: there is none, because Helm keeps releases elsewhere, or the release is gone.
 * Throws as `getJson`, and a KubeError for what cannot be read.
 */
export async function readHelmRelease(
  connection: KubeConnection,
  release: { namespace: string; name: string },
  signal: AbortSignal,
): Promise<HelmRelease | null> {
  const [latest] = await listReleaseSecrets(
    connection,
    release,
    { status: 'status=deployed', maxBytes: answerMaxBytes, limit: 2 },
    signal,
  );
  const text = latest?.payload ?? null;
  return text === null ? null : decode(text, release.name);
}

async function decode(text: string, name: string): Promise<HelmRelease> {
  try {
    const { version, chart, config } = releaseSchema.parse(await unpackHelmPayload(text));
    return {
      revision: version,
      chartVersion: chart?.metadata.version ?? null,
      values: helmValuesOfKnobs(config),
    };
  } catch (cause) {
    throw new KubeError('unreadable', {
      title: 'Unreadable Helm release',
      detail: `The Secret of Helm release ${name} is not in the form that Helm gives it.`,
      hint: 'Its values are left out; everything else is shown.',
      // The text of a parse error may quote the release, which may hold secrets.
      cause: cause instanceof Error ? cause.name : undefined,
    });
  }
}
