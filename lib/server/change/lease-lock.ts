import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { isStatus } from '@/lib/server/kube/object-writer';

export const leaseName = 'kpr-explorer-rollout';
const durationSeconds = 30;

const leaseSchema = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
  spec: z
    .object({
      holderIdentity: z.string().nullish(),
      leaseDurationSeconds: z.number().nullish(),
      renewTime: z.string().nullish(),
    })
    .nullish(),
});

type Lease = z.infer<typeof leaseSchema>;

/** The Lease that lets one rollout at a time happen in a cluster, whichever dashboard runs it. */
export class LeaseLock {
  private readonly connection: KubeConnection;
  private readonly path: string;
  private readonly holder: string;
  private readonly nowMs: () => number;
  /** What another holder's lease said when it was seen first: our clock alone decides when it ran out. */
  private seen: { text: string; sinceMs: number } | null = null;

  constructor(
    connection: KubeConnection,
    namespace: string,
    holder: string,
    nowMs: () => number = () => Date.now(),
  ) {
    this.connection = connection;
    this.path = `/apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
    this.holder = holder;
    this.nowMs = nowMs;
  }

  /** Who holds it, where another does and its time is not over; null where we may take it. Throws a `KubeError`. */
  async heldBy(signal: AbortSignal): Promise<string | null> {
    const lease = await this.get(signal);
    return lease === null ? null : this.otherHolder(lease);
  }

  /** Takes or renews it; gives the other holder where there is one, and null where it is ours now. Throws a `KubeError`. */
  async take(signal: AbortSignal): Promise<string | null> {
    for (;;) {
      const lease = await this.get(signal);
      const other = lease === null ? null : this.otherHolder(lease);
      if (other !== null) return other;
      try {
        await this.put(lease, this.holder, signal);
        return null;
      } catch (error) {
        // Somebody was faster: look again who.
        if (!isStatus(error, 409)) throw error;
      }
    }
  }

  /** Gives it back, so that the next one need not wait. Throws a `KubeError`. */
  async release(signal: AbortSignal): Promise<void> {
    const lease = await this.get(signal);
    if (lease?.spec?.holderIdentity === this.holder) await this.put(lease, '', signal);
  }

  private otherHolder({ spec }: Lease): string | null {
    const holder = spec?.holderIdentity ?? '';
    if (holder === '' || holder === this.holder) return null;
    const text = `${holder} ${spec?.renewTime ?? ''}`;
    const lastsMs = (spec?.leaseDurationSeconds ?? durationSeconds) * 1000;
    const renewedMs = Date.parse(spec?.renewTime ?? '');
    const nowMs = this.nowMs();
    if (this.seen?.text !== text) this.seen = { text, sinceMs: nowMs };
    // Its clock may be behind ours: it is over only when it was not renewed before our eyes either, or long ago.
    const isLongAgo = !(nowMs - renewedMs < lastsMs * 4);
    return isLongAgo || nowMs - this.seen.sinceMs > lastsMs ? null : holder;
  }

  private async get(signal: AbortSignal): Promise<Lease | null> {
    const request = { path: `${this.path}/${leaseName}`, what: `read the Lease ${leaseName}`, signal };
    try {
      return leaseSchema.parse(await getJson(this.connection, { ...request, idleTimeoutMs: 10_000 }));
    } catch (error) {
      if (isStatus(error, 404)) return null;
      throw error;
    }
  }

  private async put(lease: Lease | null, holderIdentity: string, signal: AbortSignal): Promise<void> {
    // A MicroTime has six digits of a second.
    const renewTime = new Date(this.nowMs()).toISOString().replace('Z', '000Z');
    const isNew = lease?.spec?.holderIdentity !== holderIdentity;
    const spec = {
      holderIdentity,
      leaseDurationSeconds: durationSeconds,
      renewTime,
      ...(isNew && { acquireTime: renewTime }),
    };
    const common = { what: `write the Lease ${leaseName}`, signal, idleTimeoutMs: 10_000 };
    if (lease === null) {
      const body = {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name: leaseName },
        spec,
      };
      await getJson(this.connection, { ...common, path: this.path, write: { method: 'POST', body } });
      return;
    }
    const { resourceVersion } = lease.metadata;
    await getJson(this.connection, {
      ...common,
      path: `${this.path}/${leaseName}`,
      write: {
        method: 'PATCH',
        body: { metadata: { resourceVersion }, spec },
        type: 'application/merge-patch+json',
      },
    });
  }
}
