import { expect, test } from 'vitest';
import { release } from './cilium-figures.fixture';
import type { Flow } from './flow-hash';
import { FlowAddressError, flowHash } from './flow-hash';
import { defaultMaglevSeed, parseMaglevSeed } from './maglev-seed';

test('a client that is no address is refused by name', () => {
  const flow: Flow = {
    clientIP: 'a.b',
    clientPort: 1,
    servicePort: 1,
    protocol: 'TCP',
    affinity: false,
  };
  expect(() => flowHash(flow, parseMaglevSeed(defaultMaglevSeed), release(17))).toThrow(FlowAddressError);
});
