import type { RedirectPolicyInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { KubeError } from '@/lib/server/kube/kube-error';
import type { ListWatchOptions } from '@/lib/server/kube/list-watch';
import { ListWatch } from '@/lib/server/kube/list-watch';
import { toAgentPod } from '@/lib/server/kube/to-agent-pod';
import { toEndpointSlice } from '@/lib/server/kube/to-endpoint-slice';
import { toNode } from '@/lib/server/kube/to-node';
import { toPod } from '@/lib/server/kube/to-pod';
import { toRedirectPolicy } from '@/lib/server/kube/to-redirect-policy';
import { toService } from '@/lib/server/kube/to-service';
import { toWorkload } from '@/lib/server/kube/to-workload';
import type { NamedKind } from '@/lib/snapshot/names/name-index';
import { NameIndex } from '@/lib/snapshot/names/name-index';
import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import type { EndpointSliceObject } from '@/lib/snapshot/objects/endpoint-slice-object';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { PodObject } from '@/lib/snapshot/objects/pod-object';
import type { ServiceObject } from '@/lib/snapshot/objects/service-object';
import type { WorkloadObject } from '@/lib/snapshot/objects/workload-object';

/** What changed in the API, with the object before and after. */
export type ClusterChange =
  | { kind: 'pods'; current: PodObject | null; previous: PodObject | null }
  | { kind: 'nodes'; current: NodeObject | null; previous: NodeObject | null }
  | { kind: 'services'; current: ServiceObject | null; previous: ServiceObject | null }
  | { kind: 'endpointslices'; current: EndpointSliceObject | null; previous: EndpointSliceObject | null };

export type WatchedKind = NamedKind | 'agents' | 'daemonsets' | 'deployments' | 'redirectpolicies';

export type ClusterWatchEvents = {
  onAgent: (key: string, current: AgentPodObject | null) => void;
  onChange: (change: ClusterChange) => void;
  onWorkloads: () => void;
  /** A CiliumLocalRedirectPolicy came, changed or went. */
  onPolicies: () => void;
  /** A kind was listed for the first time, or began or ceased to fail. */
  onState: () => void;
};

/** Watches everything that names and counts come from. Each kind fails on its own. */
export class ClusterWatch {
  readonly names = new NameIndex();
  readonly workloads = new Map<string, WorkloadObject>();
  readonly pods: ReadonlyMap<string, PodObject>;
  readonly slices: ReadonlyMap<string, EndpointSliceObject>;
  private readonly policies: ReadonlyMap<string, RedirectPolicyInput>;
  readonly problems = new Map<WatchedKind, KubeError>();
  readonly listed = new Set<WatchedKind>();
  private readonly watches: { run(signal: AbortSignal): Promise<void> }[] = [];
  private readonly connection: KubeConnection;
  private readonly events: ClusterWatchEvents;

  constructor(connection: KubeConnection, namespace: string | null, events: ClusterWatchEvents) {
    this.connection = connection;
    this.events = events;
    const inNamespace = namespace === null ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
    this.add<AgentPodObject>('agents', {
      path: `/api/v1${inNamespace}/pods`,
      resource: 'pods of agents',
      labelSelector: 'k8s-app=cilium',
      reshape: toAgentPod,
      onChange: (key, current) => events.onAgent(key, current),
    });
    const { names } = this;
    this.addNamed('nodes', '/api/v1/nodes', toNode, (current, previous) => {
      names.changeNode(current, previous);
      events.onChange({ kind: 'nodes', current, previous });
    });
    this.addNamed('services', '/api/v1/services', toService, (current, previous) => {
      names.changeService(current, previous);
      events.onChange({ kind: 'services', current, previous });
    });
    const slices = '/apis/discovery.k8s.io/v1/endpointslices';
    this.slices = this.addNamed('endpointslices', slices, toEndpointSlice, (current, previous) => {
      names.changeSlice(current, previous);
      events.onChange({ kind: 'endpointslices', current, previous });
    });
    this.pods = this.addNamed('pods', '/api/v1/pods', toPod, (current, previous) => {
      names.changePod(current, previous);
      events.onChange({ kind: 'pods', current, previous });
    });
    this.policies = this.add<RedirectPolicyInput>('redirectpolicies', {
      path: '/apis/cilium.io/v2/ciliumlocalredirectpolicies',
      resource: 'ciliumlocalredirectpolicies',
      reshape: toRedirectPolicy,
      onChange: () => events.onPolicies(),
    });
    this.addWorkloads('daemonsets', 'DaemonSet', inNamespace, {});
    this.addWorkloads('deployments', 'Deployment', inNamespace, {
      fieldSelector: 'metadata.name=cilium-operator',
    });
  }

  /** Every CiliumLocalRedirectPolicy; none where the cluster has no such kind, null where they are not known. */
  redirectPolicies(): readonly RedirectPolicyInput[] | null {
    const problem = this.problems.get('redirectpolicies');
    if (problem?.code === 'not-found') return [];
    return problem === undefined && this.listed.has('redirectpolicies') ? [...this.policies.values()] : null;
  }

  /** Runs until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.watches.map((watch) => watch.run(signal)));
  }

  private addNamed<T>(
    kind: NamedKind,
    path: string,
    reshape: (object: unknown) => T | null,
    change: (current: T | null, previous: T | null) => void,
  ): ReadonlyMap<string, T> {
    return this.add<T>(kind, {
      path,
      resource: kind,
      reshape,
      onChange: (_key, current, previous) => change(current, previous),
      onListed: () => this.names.known.add(kind),
    });
  }

  private addWorkloads(
    kind: 'daemonsets' | 'deployments',
    objectKind: WorkloadObject['kind'],
    inNamespace: string,
    selector: { fieldSelector?: string },
  ): void {
    this.add<WorkloadObject>(kind, {
      path: `/apis/apps/v1${inNamespace}/${kind}`,
      resource: kind,
      ...selector,
      reshape: toWorkload(objectKind),
      onChange: (key, current) => {
        if (current === null) this.workloads.delete(`${objectKind} ${key}`);
        else this.workloads.set(`${objectKind} ${key}`, current);
        this.events.onWorkloads();
      },
    });
  }

  private add<T>(kind: WatchedKind, options: Omit<ListWatchOptions<T>, 'onProblem'>): ReadonlyMap<string, T> {
    const watch = new ListWatch<T>(this.connection, {
      ...options,
      onListed: () => {
        options.onListed?.();
        if (this.listed.has(kind)) return;
        this.listed.add(kind);
        this.events.onState();
      },
      onProblem: (problem) => {
        if (problem === null) this.problems.delete(kind);
        else this.problems.set(kind, problem);
        this.events.onState();
      },
    });
    this.watches.push(watch);
    return watch.items;
  }
}
