import type { KindTypes, KubeObject } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';

const healthy = [
  ['MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
] as const;

/** A node with the parts of its status that its kubelet would fill in; what is given stays. */
export function completeNode(object: KubeObject, kubernetesVersion: string, nowMs: number): KubeObject {
  // Callers pass objects of kind Node only.
  const node = object as KindTypes['Node'];
  const name = node.metadata.name ?? '';
  const at = timestamp(nowMs);
  const resources = { cpu: '2', memory: '3943128Ki', pods: '110', 'ephemeral-storage': '83873772Ki' };
  return {
    ...object,
    metadata: {
      ...node.metadata,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'kubernetes.io/hostname': name,
        ...node.metadata.labels,
      },
    },
    spec: { ...node.spec },
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: healthy.map(([type, status, reason, message]) => ({
        type,
        status,
        reason,
        message,
        lastHeartbeatTime: at,
        lastTransitionTime: at,
      })),
      ...node.status,
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        kubeletVersion: kubernetesVersion,
        kubeProxyVersion: kubernetesVersion,
        containerRuntimeVersion: 'containerd://1.7.2',
        kernelVersion: '5.10.184-175.731.amzn2.x86_64',
        osImage: 'Amazon Linux 2',
        bootID: '',
        machineID: '',
        systemUUID: '',
        ...node.status?.nodeInfo,
      },
    },
  };
}
