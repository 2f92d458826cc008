import { expect, test } from 'vitest';
import { kubeProxyFacts } from './kube-proxy-facts';

const none = { work: null, services: null, backends: null };

test('the facts of the comparison follow the link, within its bounds', () => {
  expect(kubeProxyFacts({ ...none, services: '30000', work: 'change' })).toMatchObject({
    work: 'change',
    services: 30_000,
    isServicesChosen: true,
    iptablesRulesAtLast: 30_005,
    ebpfReads: 3,
    ebpfReadsMaglev: 4,
  });
  expect(kubeProxyFacts({ ...none, services: '999999999' })['services']).toBe(30_000);
  expect(kubeProxyFacts({ work: 'x', services: 'many', backends: '-1' })).toMatchObject({
    work: 'packet',
    services: 100,
    backends: 1,
  });
});
