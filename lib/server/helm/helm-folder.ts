import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReleaseUnusableError } from './helm-error';
import type { HelmValues, StoredChart } from './stored-release';

const prefix = 'kpr-explorer-helm-';
const filesMax = 5_000;
const fileMaxBytes = 4 << 20;

/** Part of a path inside a chart: no way out of its folder, nothing a file system would read otherwise. */
const partForm = /^(?!\.\.?$)[^/\\\0]{1,200}$/;

/** A private folder with what one run of helm reads; it goes with `remove`. */
export type HelmFolder = {
  folder: string;
  chart: string;
  values: string;
  kubeconfig: string;
  remove(): Promise<void>;
};

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what processes left behind that were killed: such a folder holds credentials. */
async function removeLeftOvers(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = Number(/^kpr-explorer-helm-(\d+)-/.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(pid) || pid === process.pid || isRunning(pid)) continue;
    // Another user's is not ours to remove, and says so.
    await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Absolute path of a file of the chart. Throws ReleaseUnusableError for a name that leads out of its folder. */
function placeOf(name: string, folder: string): string {
  const parts = name.split('/');
  if (!parts.every((part) => partForm.test(part))) {
    throw new ReleaseUnusableError(
      `The chart of the release has a file with the name ${JSON.stringify(name.slice(0, 100))}.`,
    );
  }
  return path.join(folder, ...parts);
}

async function writeChart(
  { metadata, templates, files, values, schema }: StoredChart,
  folder: string,
): Promise<void> {
  const all = [...(templates ?? []), ...(files ?? [])];
  const isLarge = all.some(({ data }) => (data?.length ?? 0) > fileMaxBytes);
  if (all.length > filesMax || isLarge)
    throw new ReleaseUnusableError('The chart of the release is too large.');
  const put = async (target: string, content: string | Buffer) => {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, content, { mode: 0o600 });
  };
  for (const { name, data } of all) await put(placeOf(name, folder), Buffer.from(data ?? '', 'base64'));
  // JSON is YAML. These come last: they are the chart's own, whatever else has their name.
  await put(path.join(folder, 'Chart.yaml'), JSON.stringify(metadata));
  await put(path.join(folder, 'values.yaml'), JSON.stringify(values ?? {}));
  if (schema) await put(path.join(folder, 'values.schema.json'), Buffer.from(schema, 'base64'));
}

/**
 * Writes a chart, values and a kubeconfig into a new folder that this user alone can read.
 * Throws ReleaseUnusableError for a chart that cannot be written, and the system's errors.
 */
export async function createHelmFolder(content: {
  chart: StoredChart;
  values: HelmValues;
  kubeconfig: object;
}): Promise<HelmFolder> {
  const parent = tmpdir();
  await removeLeftOvers(parent);
  const folder = await mkdtemp(path.join(parent, `${prefix}${process.pid}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const inside = (name: string) => path.join(folder, name);
    const [chart, values, kubeconfig] = [
      inside('chart'),
      inside('values.json'),
      inside('kubeconfig'),
    ] as const;
    await writeChart(content.chart, chart);
    await writeFile(values, JSON.stringify(content.values), { mode: 0o600 });
    await writeFile(kubeconfig, JSON.stringify(content.kubeconfig), { mode: 0o600 });
    return { folder, chart, values, kubeconfig, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
