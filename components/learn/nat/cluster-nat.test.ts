import { expect, it } from 'vitest';
import type { Nat46x64Feature } from '@/lib/cilium/kube-proxy-replacement';
import { agentView } from '@/lib/snapshot/snapshot.fixture';
import { clusterNat } from './cluster-nat';

function agent(version: string, mode: string, nat46X64: Nat46x64Feature) {
  const features = { nodePort: { enabled: true, mode }, nat46X64 };
  const status = { kubeProxyReplacement: { mode: 'True', features }, sections: {}, lines: {}, unparsed: [] };
  return agentView('a', { version, status });
}

it('fills in what agents report: the half that is on, mode and version', () => {
  const gateway = { enabled: true, service: { enabled: false }, gateway: { enabled: true } };
  expect(clusterNat([agent('1.17.3', 'SNAT', gateway)])).toEqual({
    minor: 17,
    feature: 'gateway',
    isSettingOn: true,
    mode: 'snat',
  });
  const services = { enabled: true, service: { enabled: true }, gateway: { enabled: false } };
  expect(clusterNat([agent('1.20.0', 'SNAT', services)])).toMatchObject({
    feature: 'services',
    isSettingOn: true,
  });
  expect(clusterNat([agent('1.18.1', 'DSR', { enabled: false })])).toMatchObject({
    isSettingOn: false,
    mode: 'dsr',
  });
});

it('gives nothing where no agent reports a release that is known', () => {
  expect(clusterNat([agentView('a', { status: null })])).toBeNull();
  expect(clusterNat([agent('1.12.9', 'SNAT', { enabled: false })])).toBeNull();
});
