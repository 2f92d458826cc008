import { describe, expect, test } from 'vitest';
import { metadata } from './object-metadata.fixture';
import { toPod } from './to-pod';

describe('a pod', () => {
  test('of a Deployment is called after it, not after its ReplicaSet', () => {
    const pod = toPod({
      ...metadata('web-7c9-x1', {
        labels: { 'pod-template-hash': '7c9' },
        ownerReferences: [{ kind: 'ReplicaSet', name: 'web-7c9', controller: true }],
      }),
      spec: { nodeName: 'a', containers: [] },
      status: { phase: 'Running', podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] },
    });
    expect(pod).toMatchObject({
      workload: 'web',
      ips: ['10.0.0.1', 'fd00::1'],
      node: 'a',
      terminating: false,
    });
  });

  test('of a ReplicaSet without Deployment, of a StatefulSet, of nobody', () => {
    const workload = (ownerReferences: object[]) =>
      toPod({ ...metadata('x', { ownerReferences }) })?.workload;
    expect(workload([{ kind: 'ReplicaSet', name: 'plain-rs', controller: true }])).toBe('plain-rs');
    expect(workload([{ kind: 'StatefulSet', name: 'db', controller: true }])).toBe('db');
    expect(workload([{ kind: 'Node', name: 'a' }])).toBeNull();
  });

  test('has host ports unless it is on the host’s network itself', () => {
    const containers = [
      {
        name: 'c',
        ports: [
          { containerPort: 8080, hostPort: 80 },
          { containerPort: 53, protocol: 'UDP' },
        ],
      },
    ];
    expect(toPod({ ...metadata('x'), spec: { containers } })?.hostPorts).toEqual([
      { port: 80, hostIP: null, containerPort: 8080, protocol: 'TCP' },
    ]);
    expect(toPod({ ...metadata('x'), spec: { containers, hostNetwork: true } })?.hostPorts).toEqual([]);
  });
});
