import { expect, test } from 'vitest';
import type { AgentStatus } from '../agent-status';
import { settingsOfAgent } from './settings-of-agent';

const version = { major: 1, minor: 18, patch: 2 };
/** Only what is read of it. */
const status = {
  kubeProxyReplacement: { mode: 'True', features: {} },
  ipam: { status: 'IPv4: 3/254 allocated' },
} as unknown as AgentStatus;

test('what no status says is unknown without the configuration', () => {
  expect(settingsOfAgent(status, null, version)).toMatchObject({
    nodePort: true,
    serviceTopology: null,
    protocolDifferentiation: null,
    localRedirectPolicies: null,
  });
});

test('with it, keys that are not there have Cilium’s default', () => {
  expect(settingsOfAgent(status, {}, version)).toMatchObject({
    serviceTopology: false,
    protocolDifferentiation: true,
    localRedirectPolicies: false,
    internalTrafficPolicy: true,
    serviceProxyName: '',
  });
});

test('values are read as Go reads them', () => {
  const config = {
    'enable-service-topology': 'T',
    'bpf-lb-proto-diff': 'false',
    'enable-local-redirect-policy': 'yes',
    'k8s-service-proxy-name': 'cilium',
  };
  expect(settingsOfAgent(status, config, version)).toMatchObject({
    serviceTopology: true,
    protocolDifferentiation: false,
    localRedirectPolicies: false,
    serviceProxyName: 'cilium',
  });
});

test('what the agent says it runs with counts, whatever its configuration says', () => {
  expect(settingsOfAgent(status, { 'kube-proxy-replacement': 'false' }, version).nodePort).toBe(true);
});
