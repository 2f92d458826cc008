import type { HostPort, PodObject } from '@/lib/snapshot/objects/pod-object';
import type { ApiPod } from './pod-schema';
import { podIPs, podSchema } from './pod-schema';
import { repeatedValues } from './repeated-values';
import { toProtocol } from './to-protocol';

const sameName = repeatedValues<string | null>();
const sameLabels = repeatedValues<PodObject['labels']>();
const sameHostPorts = repeatedValues<HostPort[]>();
const sameContainerPorts = repeatedValues<PodObject['containerPorts']>();

/** Reshapes a Pod; null where it is not in the form of one. */
export function toPod(object: unknown): PodObject | null {
  const parsed = podSchema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, spec, status } = parsed.data;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    ips: podIPs(parsed.data),
    node: sameName(spec?.nodeName ?? null),
    hostNetwork: spec?.hostNetwork === true,
    phase: status?.phase ?? 'Unknown',
    ready: (status?.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True'),
    terminating: Boolean(metadata.deletionTimestamp),
    workload: sameName(workloadOf(parsed.data)),
    hostPorts: sameHostPorts(hostPortsOf(parsed.data)),
    labels: sameLabels(metadata.labels ?? {}),
    containerPorts: sameContainerPorts(containerPortsOf(parsed.data)),
  };
}

function workloadOf({ metadata }: ApiPod): string | null {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (owner === undefined) return null;
  const hash = metadata.labels?.['pod-template-hash'];
  // A ReplicaSet of a Deployment is named `<deployment>-<pod-template-hash>`.
  return owner.kind === 'ReplicaSet' && hash && owner.name.endsWith(`-${hash}`)
    ? owner.name.slice(0, -hash.length - 1)
    : owner.name;
}

function hostPortsOf({ spec }: ApiPod): HostPort[] {
  // With hostNetwork every port is a host port, and none of it goes through Cilium's tables.
  if (spec?.hostNetwork === true) return [];
  return (spec?.containers ?? []).flatMap(({ ports }) =>
    (ports ?? []).flatMap(({ hostPort, hostIP, containerPort, protocol }) =>
      hostPort
        ? [{ port: hostPort, hostIP: hostIP || null, containerPort, protocol: toProtocol(protocol) }]
        : [],
    ),
  );
}

function containerPortsOf({ spec }: ApiPod): PodObject['containerPorts'] {
  return (spec?.containers ?? []).flatMap(({ ports }) =>
    (ports ?? []).map(({ name, containerPort, protocol }) => ({
      name: name ?? '',
      port: containerPort,
      protocol: toProtocol(protocol),
    })),
  );
}
