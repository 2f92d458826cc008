import { expect, test } from 'vitest';
import { kubeProxyFacts } from './kube-proxy-facts';
import { kubeProxyKeys, type KubeProxyLink } from './kube-proxy-state';

const none = Object.fromEntries(kubeProxyKeys.map((key) => [key, null])) as KubeProxyLink;

test('the facts of the comparison follow the link, within its bounds', () => {
  expect(
    kubeProxyFacts({ ...none, services: '30000', work: 'change', place: 'last', draw: '3' }),
  ).toMatchObject({
    work: 'change',
    services: 30_000,
    isServicesChosen: true,
    ruleNumber: 30_000,
    rulesComparedInServices: 30_000,
    rulesCompared: 30_007,
    iptablesRulesAtLast: 30_007,
    entriesRead: 3,
    ebpfReads: 3,
    ebpfReadsMaglev: 4,
    iptablesRulesWritten: 30_010,
  });
  expect(kubeProxyFacts({ ...none, work: 'x', services: '999999', backends: '-1' })).toMatchObject({
    work: 'packet',
    services: 100,
    backends: 3,
  });
});

test('a packet to a node port is compared with every rule of KUBE-SERVICES, wherever its Service stands', () => {
  for (const place of ['first', 'middle', 'last'])
    expect(kubeProxyFacts({ ...none, caller: 'outside', algorithm: 'maglev', place })).toMatchObject({
      rulesComparedInServices: 101,
      isMasqueraded: true,
      entriesRead: 4,
    });
});
