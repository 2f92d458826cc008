import type { KubeObject } from '@/lib/server/training/agent-contract';
import { clusterAddresses } from '../control-plane/cluster-addresses';

const region = 'eu-central-1';
const zones = ['a', 'b', 'c'];

/** The Node objects as kubelets and a cloud's controller would have registered them; kwok adds the conditions. */
export function nodeObjects(count: number, kubeletVersion: string): KubeObject[] {
  return Array.from({ length: count }, (_, index) => {
    const host = index + 11;
    const address = `${clusterAddresses.nodePrefix}${host}`;
    const name = `ip-${address.replaceAll('.', '-')}.${region}.compute.internal`;
    const zone = `${region}${zones[index % zones.length]}`;
    const resources = { cpu: '4', memory: '16Gi', pods: '110' };
    const podCIDR = clusterAddresses.podsOfNode(index);
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/os': 'linux',
          'kubernetes.io/hostname': name,
          'node.kubernetes.io/instance-type': 'm6i.xlarge',
          'topology.kubernetes.io/region': region,
          'topology.kubernetes.io/zone': zone,
        },
      },
      spec: {
        podCIDR,
        podCIDRs: [podCIDR],
        providerID: `aws:///${zone}/i-${host.toString(16).padStart(17, '0')}`,
      },
      status: {
        addresses: [
          { type: 'InternalIP', address },
          { type: 'Hostname', address: name },
          { type: 'InternalDNS', address: name },
          // Where kwok answers for all of them: the API server is told to take this one.
          { type: 'ExternalDNS', address: 'localhost' },
        ],
        capacity: resources,
        allocatable: resources,
        nodeInfo: {
          architecture: 'amd64',
          operatingSystem: 'linux',
          osImage: 'Ubuntu 24.04.2 LTS',
          kernelVersion: '6.8.0-1029-aws',
          containerRuntimeVersion: 'containerd://2.1.4',
          kubeletVersion,
          kubeProxyVersion: kubeletVersion,
          bootID: '',
          machineID: '',
          systemUUID: '',
        },
      },
    };
  });
}
