import type {
  EndpointSliceInput,
  PodInput,
  RedirectPolicyInput,
  ServiceInput,
} from '@/lib/cilium/expected-frontends/load-balancing-input';
import { endpointSliceInput } from '@/lib/snapshot/agreement/endpoint-slice-input';
import { podInput } from '@/lib/snapshot/agreement/pod-input';
import { serviceInput } from '@/lib/snapshot/agreement/service-input';
import type { ClusterWatch } from '../cluster-watch';

/** What of the watched objects rows are made of. */
export type WatchedObjects = Pick<
  ClusterWatch,
  'names' | 'slices' | 'pods' | 'redirectPolicies' | 'problems' | 'listed'
>;

export type ClusterInputs = {
  services: readonly ServiceInput[];
  endpointSlices: readonly EndpointSliceInput[];
  pods: readonly PodInput[] | null;
  redirectPolicies: readonly RedirectPolicyInput[] | null;
};

/** Kinds without which no row can be judged: who may not read them, or has lost them, is told so. */
export const neededKinds = ['services', 'endpointslices', 'nodes'] as const;

/** Names the kinds that are not known as they are now. */
export function missingKinds({ listed, problems }: Pick<WatchedObjects, 'listed' | 'problems'>): string[] {
  return neededKinds.filter((kind) => !listed.has(kind) || problems.has(kind));
}

/** Gives what rows are made of, out of the objects that are watched: the same object for the same version of one. */
export function clusterInputs(watch: WatchedObjects): ClusterInputs {
  const { names, problems } = watch;
  const policies = watch.redirectPolicies();
  return {
    services: [...names.services.values()].map(serviceInput),
    endpointSlices: [...watch.slices.values()].map(endpointSliceInput),
    pods:
      names.known.has('pods') && !problems.has('pods')
        ? [...watch.pods.values()].flatMap((pod) => {
            // Of the others no row is made where there is no policy that may send to them.
            if (policies?.length === 0 && pod.hostPorts.length === 0) return [];
            return podInput(pod).input ?? [];
          })
        : null,
    redirectPolicies: policies,
  };
}
