import { describe, expect, it } from 'vitest';
import { endpointChangeWork } from './endpoint-change';
import { firstPacketWork } from './first-packet';

/** Walks the rules as netfilter does, for every Service and endpoint, and counts. */
function walkEveryRule(services: number, backends: number) {
  const counts: number[] = [];
  for (let service = 1; service <= services; service += 1) {
    for (let endpoint = 1; endpoint <= backends; endpoint += 1) counts.push(service + endpoint + 2);
  }
  return {
    average: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    most: Math.max(...counts),
  };
}

describe('the first packet of a connection', () => {
  it.each([
    [1, 1],
    [7, 3],
    [120, 10],
  ])('compares as many iptables rules as a walk of %i Services with %i endpoints', (services, backends) => {
    const work = firstPacketWork({ services, backends });
    const walked = walkEveryRule(services, backends);
    expect(work.iptables).toBeCloseTo(walked.average, 9);
    expect(work.iptablesLast).toBe(walked.most);
  });

  it('reads as many map entries with 30,000 Services as with one', () => {
    const one = firstPacketWork({ services: 1, backends: 1 });
    const many = firstPacketWork({ services: 30_000, backends: 500 });
    expect([many.random, many.maglev]).toEqual([one.random, one.maglev]);
  });
});

describe('one endpoint more', () => {
  it('makes Cilium write as much whatever the number of Services, and kube-proxy with it', () => {
    const few = endpointChangeWork({ services: 10, backends: 4 });
    const many = endpointChangeWork({ services: 20_000, backends: 4 });
    expect([many.random, many.maglev]).toEqual([few.random, few.maglev]);
    expect(many.iptablesPartial - few.iptablesPartial).toBe(19_990);
    expect(many.iptablesWhole / few.iptablesWhole).toBe(2_000);
  });

  it('writes no more rules since 1.26 than before', () => {
    for (const services of [1, 2, 50, 5_000]) {
      for (const backends of [1, 5, 100]) {
        const { iptablesWhole, iptablesPartial } = endpointChangeWork({ services, backends });
        expect(iptablesPartial).toBeLessThanOrEqual(iptablesWhole);
      }
    }
  });
});
