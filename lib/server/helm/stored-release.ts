import { z } from 'zod';
import { unpackHelmPayload } from '@/lib/server/kube/helm-payload';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { listReleaseSecrets } from '@/lib/server/kube/release-secrets';
import { ReleaseUnusableError } from './helm-error';

/** A release's own revision, those that failed since, and one under way: each Secret has at most 1.5 MB. */
const answerMaxBytes = 48 << 20;

const file = z.looseObject({ name: z.string(), data: z.string().nullish() });
const object = z.record(z.string(), z.unknown());

const chartSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string(), version: z.string() }),
  templates: z.array(file).nullish(),
  files: z.array(file).nullish(),
  values: object.nullish(),
  /** Base64 of `values.schema.json`. */
  schema: z.string().nullish(),
});

const releaseSchema = z.looseObject({
  version: z.number(),
  info: z.looseObject({ status: z.string(), description: z.string().nullish() }),
  chart: chartSchema,
  config: object.nullish(),
  manifest: z.string().nullish(),
});

/** A chart as a release keeps it; contents of files are base64. Sub-charts are not kept. */
export type StoredChart = z.infer<typeof chartSchema>;

/** Values as a user gave them to Helm. They may hold secrets: they go to helm and nowhere else. */
export type HelmValues = Record<string, unknown>;

export type ReleaseName = { namespace: string; name: string };

export type Revision = { revision: number; status: string; description: string };

export type StoredRelease = Revision & { chart: StoredChart; values: HelmValues; manifest: string };

/** The newest revision of a release, and the newest that is deployed: another one where an upgrade failed or is under way. */
export type ReleaseState = { latest: Revision; deployed: StoredRelease | null };

export const releaseText = ({ namespace, name }: ReleaseName): string => `Helm release ${namespace}/${name}`;

async function unpack(text: string, release: ReleaseName): Promise<StoredRelease> {
  try {
    const { version, info, chart, config, manifest } = releaseSchema.parse(await unpackHelmPayload(text));
    return {
      revision: version,
      status: info.status,
      description: info.description ?? '',
      chart,
      values: config ?? {},
      manifest: manifest ?? '',
    };
  } catch {
    // What failed may quote the release, which may hold secrets.
    throw new ReleaseUnusableError(
      `${releaseText(release)} keeps no chart in the form that Helm gives its Secrets.`,
    );
  }
}

/**
 * Reads where a release stands from its Secrets. null: there is none, because Helm keeps releases elsewhere.
 * Throws a `KubeError`, among them ReleaseUnusableError for Secrets in another form.
 */
export async function readReleaseState(
  connection: KubeConnection,
  release: ReleaseName,
  signal: AbortSignal,
): Promise<ReleaseState | null> {
  const [latest, ...older] = await listReleaseSecrets(
    connection,
    release,
    { status: 'status!=superseded', maxBytes: answerMaxBytes },
    signal,
  );
  if (latest === undefined) return null;
  const newest = await unpack(latest.payload ?? '', release);
  const { revision, status, description } = newest;
  if (status === 'deployed') return { latest: { revision, status, description }, deployed: newest };
  const deployed = older.find((one) => one.status === 'deployed')?.payload ?? null;
  return {
    latest: { revision, status, description },
    deployed: deployed === null ? null : await unpack(deployed, release),
  };
}
