import { expect, it } from 'vitest';
import { dsrFacts } from './dsr-facts';
import { dsrKeys, type DsrLink } from './dsr-state';

const empty = Object.fromEntries(dsrKeys.map((key) => [key, null])) as DsrLink;
const factsOf = (link: Partial<DsrLink>) => dsrFacts({ ...empty, ...link });

it('DSR keeps the client’s address, and the answer goes past node 1', () => {
  expect(factsOf({})).toMatchObject({
    ...{ mode: 'dsr', dispatch: 'opt', protocol: 'TCP', backendIsRemote: true, agentStarts: true },
    ...{ answerArrives: true, failure: 'none', podSees: 'the client', podSeesClientAddress: true },
    ...{ answerGoesPastNodeOne: true, mostAddedBytes: 8 },
  });
});

it('SNAT hides the client from a pod on another node, and from none on its own', () => {
  expect(factsOf({ mode: 'snat' })).toMatchObject({
    ...{ podSees: 'node 1', podSeesClientAddress: false, answerArrives: true, answerGoesPastNodeOne: false },
  });
  expect(factsOf({ mode: 'snat', backend: 'local' })).toMatchObject({ podSeesClientAddress: true });
});

it('Hybrid is DSR for TCP and SNAT for UDP', () => {
  const seen = (protocol: string) => factsOf({ mode: 'hybrid', protocol }).podSeesClientAddress;
  expect([seen('TCP'), seen('UDP')]).toEqual([true, false]);
});

it('what the network drops, and what no agent starts with, is named', () => {
  expect(factsOf({ net: 'source-check-2' })).toMatchObject({ answerArrives: false, failure: 'source-check' });
  expect(factsOf({ routing: 'vxlan' })).toMatchObject({
    ...{ agentStarts: false, refusedBy: 'B3', answerArrives: false, podSees: 'nothing', hops: 0 },
  });
});
