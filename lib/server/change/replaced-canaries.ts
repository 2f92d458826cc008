import type { RolloutContext } from './rollout-context';
import type { RolloutRecord } from './rollout-record';

const removeKey = (name: string) => `remove:${name}`;
const restoreForm = (name: string) => `restore:${name}:`;

/** Takes the CiliumNodeConfigs of earlier canaries away, whose keys the ConfigMap has now for every node. */
export async function removeReplaced({ runner, nodeConfigs }: RolloutContext): Promise<void> {
  for (const content of runner.record.replaced ?? []) {
    await runner.step(
      removeKey(content.name),
      async () => {
        const now = await nodeConfigs.read(content);
        const what = `${nodeConfigs.object(content)} of an earlier canary deleted`;
        return { what, data: now === null ? {} : { uid: now.uid } };
      },
      async ({ uid }) => (uid === undefined ? 'It was gone already.' : nodeConfigs.remove(content, uid)),
    );
  }
}

/** Writes them again, on the way back. */
export async function restoreReplaced(
  { runner, nodeConfigs }: RolloutContext,
  attempt: number,
): Promise<void> {
  for (const content of runner.record.replaced ?? []) {
    if (!runner.record.steps.some(({ key }) => key === removeKey(content.name))) continue;
    await runner.step(
      `${restoreForm(content.name)}${attempt}`,
      () => ({ what: `${nodeConfigs.object(content)} written again` }),
      () => nodeConfigs.create(content),
    );
  }
}

function holds(other: RolloutRecord, name: string): boolean {
  const isOk = (form: (key: string) => boolean) =>
    other.steps.some(({ key, outcome }) => outcome === 'ok' && form(key));
  return isOk((key) => key === removeKey(name)) && !isOk((key) => key.startsWith(restoreForm(name)));
}

/** Notes of each canary which later rollout brought its values to every node. */
export function noteAbsorbed(records: Iterable<RolloutRecord>): void {
  const all = [...records];
  for (const record of all) {
    const name = record.canary?.object.name;
    if (name === undefined) continue;
    const later = all.filter(
      (other) => other.namespace === record.namespace && other.startedTimestamp > record.startedTimestamp,
    );
    record.absorbedBy = later.findLast((other) => holds(other, name))?.id ?? null;
  }
}
