import { checkConnection } from '@/lib/server/kube/check-connection';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { countManagedPods } from './count-managed-pods';

/** What of a cluster changes seldom and cannot be watched cheaply; null of what is not known yet, or may not be. */
export class SlowFacts {
  kubernetesVersion: string | null = null;
  managedPods: number | null = null;

  constructor(private readonly connection: KubeConnection) {}

  /** Asks again. A version that was known stays where it cannot be asked. */
  async read(signal: AbortSignal): Promise<void> {
    const { connection } = this;
    this.kubernetesVersion = await checkConnection(connection, { signal }).catch(
      () => this.kubernetesVersion,
    );
    this.managedPods = await countManagedPods(connection, signal);
  }
}
