import { expect, it } from 'vitest';
import { helmValuesOfKnobs } from './helm-values';

it('keeps the values of knobs, in the words of a ConfigMap, and nothing else', () => {
  const values = {
    kubeProxyReplacement: true,
    loadBalancer: { mode: 'dsr', secretThing: 'hidden' },
    maglev: { tableSize: 65521, hashSeed: 'q83vEjRWeJCrze8S' },
    nodePort: { addresses: ['10.0.0.0/8', '192.0.2.0/24'] },
    extraConfig: { 'enable-ipip-termination': 'true', password: 'hidden' },
    tls: { ca: { key: 'hidden' } },
  };
  expect(helmValuesOfKnobs(values)).toEqual({
    kubeProxyReplacement: 'true',
    'loadBalancer.mode': 'dsr',
    'maglev.tableSize': '65521',
    'maglev.hashSeed': 'q83vEjRWeJCrze8S',
    'nodePort.addresses': '10.0.0.0/8,192.0.2.0/24',
    'extraConfig.enable-ipip-termination': 'true',
  });
});

it.each([null, undefined, 'text', 7, [], { loadBalancer: 'text' }, { loadBalancer: { mode: {} } }])(
  'takes values that are none: %j',
  (values) => {
    expect(helmValuesOfKnobs(values)).toEqual({});
  },
);
