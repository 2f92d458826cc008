import type { KubeObject } from '@/lib/server/training/agent-contract';
import type { Kubectl } from '../kubectl/run-kubectl';

/**
 * Creates objects in the order given, as an administrator would: `kubectl create -f -`, which refuses a field that the
 * API does not know. Rejects with kubectl's own words.
 */
export async function createObjects(kubectl: Kubectl, objects: readonly KubeObject[]): Promise<void> {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  await kubectl.print('create --validate=strict -f -', { stdin: JSON.stringify(list) });
}
