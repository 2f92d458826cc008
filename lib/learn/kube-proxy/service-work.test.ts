import { describe, expect, it } from 'vitest';
import { endpointChangeWork } from './endpoint-change';
import { firstPacketWork } from './first-packet';
import { defaultKubeProxyParameters, places } from './kube-proxy-parameters';
import { lookupWalk, workUpTo } from './lookup-walk';

/** What the walk counts for a Service that stands last, with each of its endpoints drawn. */
function walked(services: number, backends: number) {
  return Array.from({ length: backends }, (_, index) => {
    const load = { services, backends, draw: index + 1 };
    return workUpTo(lookupWalk({ ...defaultKubeProxyParameters, ...load, place: 'last' })).rules;
  });
}

describe('the first packet of a connection', () => {
  it.each([
    [1, 1],
    [7, 3],
    [40, 10],
  ])('has the figures that walks of %i Services with %i endpoints count', (services, backends) => {
    const counts = Array.from({ length: services }, (_, index) => walked(index + 1, backends)).flat();
    const work = firstPacketWork({ services, backends });
    expect(work.iptables).toBeCloseTo(counts.reduce((sum, count) => sum + count, 0) / counts.length, 9);
    expect(work.iptablesLast).toBe(Math.max(...counts));
  });

  it('reads as many map entries with 30,000 Services as with one, and as many as the walk', () => {
    const one = firstPacketWork({ services: 1, backends: 1 });
    const many = firstPacketWork({ services: 30_000, backends: 500 });
    expect([many.random, many.maglev]).toEqual([one.random, one.maglev]);
    for (const place of places) {
      const walk = lookupWalk({ ...defaultKubeProxyParameters, services: 30_000, place });
      expect(workUpTo(walk).entries).toBe(one.random);
    }
    const outside = { ...defaultKubeProxyParameters, caller: 'outside', algorithm: 'maglev' } as const;
    expect(workUpTo(lookupWalk(outside)).entries).toBe(one.maglev);
  });
});

describe('one endpoint replaced', () => {
  it('makes Cilium write as much whatever the number of Services, and kube-proxy with it', () => {
    const few = endpointChangeWork({ services: 10, backends: 4 });
    const many = endpointChangeWork({ services: 20_000, backends: 4 });
    expect([many.random, many.maglev]).toEqual([few.random, few.maglev]);
    expect(many.iptablesPartial - few.iptablesPartial).toBe(19_990);
    expect(many.iptablesWhole / few.iptablesWhole).toBe(2_000);
  });

  it('writes no more rules since 1.27 than before', () => {
    for (const services of [1, 2, 50, 5_000]) {
      for (const backends of [1, 5, 100]) {
        const { iptablesWhole, iptablesPartial } = endpointChangeWork({ services, backends });
        expect(iptablesPartial).toBeLessThanOrEqual(iptablesWhole);
      }
    }
  });
});
