import { expect, test } from 'vitest';
import { metadata } from './object-metadata.fixture';
import { toEndpointSlice } from './to-endpoint-slice';

test('an EndpointSlice: unset conditions mean ready, serving, not terminating', () => {
  const slice = toEndpointSlice({
    ...metadata('web-1', { labels: { 'kubernetes.io/service-name': 'web' } }),
    ports: [{ name: '', port: 8080 }],
    endpoints: [
      {
        addresses: ['10.0.0.1'],
        targetRef: { kind: 'Pod', name: 'web-x' },
        hints: { forZones: [{ name: 'z1' }] },
      },
      { addresses: ['10.0.0.2'], conditions: { ready: false, serving: true, terminating: true } },
      { addresses: ['10.0.0.3'], conditions: { ready: false } },
    ],
  });
  expect(slice?.ports).toEqual([{ name: null, port: 8080, protocol: 'TCP' }]);
  expect(slice?.endpoints).toMatchObject([
    {
      ready: true,
      serving: true,
      terminating: false,
      pod: { namespace: 'shop', name: 'web-x' },
      hintZones: ['z1'],
      hintNodes: [],
    },
    { ready: false, serving: true, terminating: true, pod: null, hintZones: [] },
    { ready: false, serving: false, terminating: false },
  ]);
});

test('an EndpointSlice: its weight is a 16-bit number or none', () => {
  const weightOf = (weight?: string) =>
    toEndpointSlice(
      metadata('web-1', { annotations: weight === undefined ? {} : { 'service.cilium.io/weight': weight } }),
    )?.weight;
  expect(['0', '250', '65535'].map(weightOf)).toEqual([0, 250, 65535]);
  expect([undefined, '', 'heavy', '-1', '65536', '1e3'].map(weightOf)).toEqual(Array(6).fill(null));
});
