import { describe, expect, test } from 'vitest';
import { metadata } from './object-metadata.fixture';
import { toAgentPod } from './to-agent-pod';

describe('the pod of an agent', () => {
  const agent = (status: object, rest: object = {}) =>
    toAgentPod({
      ...metadata('cilium-x', { ownerReferences: [{ kind: 'DaemonSet', name: 'anetd' }], ...rest }),
      spec: { nodeName: 'a', containers: [{ name: 'cilium-agent', image: 'cilium:v1.18.2' }] },
      status: { phase: 'Running', containerStatuses: [{ name: 'cilium-agent', ...status }] },
    });

  test('of a DaemonSet of any name', () => {
    const state = { running: { startedAt: '2026-01-01T00:00:00Z' } };
    expect(agent({ ready: true, restartCount: 2, containerID: 'containerd://1', state })).toMatchObject({
      daemonSet: 'anetd',
      node: 'a',
      ready: true,
      restarts: 2,
      startedTimestamp: '2026-01-01T00:00:00Z',
      waitingReason: null,
    });
  });

  test('that crashes says so in the kubelet’s word', () => {
    expect(agent({ state: { waiting: { reason: 'CrashLoopBackOff' } } })).toMatchObject({
      ready: false,
      waitingReason: 'CrashLoopBackOff',
    });
  });

  test('is none without its container, or before it has a node', () => {
    expect(
      toAgentPod({ ...metadata('x'), spec: { nodeName: 'a', containers: [{ name: 'operator' }] } }),
    ).toBeNull();
    expect(toAgentPod({ ...metadata('x'), spec: { containers: [{ name: 'cilium-agent' }] } })).toBeNull();
  });
});
