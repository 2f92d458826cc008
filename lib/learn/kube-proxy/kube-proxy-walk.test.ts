import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kubeProxyPredictions } from './kube-proxy-predictions';
import { defaultKubeProxyParameters, type KubeProxyParameters } from './kube-proxy-parameters';
import * as known from './kube-proxy-parameters';
import {
  folds,
  kubeProxyKeys,
  readKubeProxyLink,
  works,
  writeKubeProxyLink,
  type KubeProxyLink,
  type KubeProxyState,
} from './kube-proxy-state';
import { exampleLookupEnds, type LookupEnds } from './lookup-ends';
import { lookupWalk } from './lookup-walk';

const six: LookupEnds = {
  ...{ name: 'kube-system/kube-dns', protocol: 'UDP', nodePort: null },
  service: { ip: 'fd00:10:96::a', port: 53 },
  backend: { ip: 'fd00:1::10', port: 53 },
};

const parameters: fc.Arbitrary<KubeProxyParameters> = fc.record({
  caller: fc.constantFrom(...known.callers),
  algorithm: fc.constantFrom(...known.algorithms),
  services: fc.oneof(fc.constantFrom(1, 2, 3), fc.integer(known.serviceBounds)),
  backends: fc.oneof(fc.constantFrom(1, 2), fc.integer(known.endpointBounds)),
  place: fc.constantFrom(...known.places),
  draw: fc.integer(known.endpointBounds),
  ends: fc.constantFrom(null, exampleLookupEnds, six),
});

const states: fc.Arbitrary<KubeProxyState> = fc.record({
  parameters,
  work: fc.constantFrom(...works),
  open: fc.subarray([...folds]),
  step: fc.integer({ min: 1, max: 99 }),
  predicted: fc.constantFrom(new Map<string, string>(), new Map([['rules', '50']])),
  speed: fc.constantFrom('0.5', '1', '2'),
});

describe('a walk', () => {
  it('compares no more rules than a chain has, and reads one entry of a map at a time', () => {
    fc.assert(
      fc.property(parameters, (each) => {
        for (const { kubeProxy, cilium, id } of lookupWalk(each).steps) {
          for (const { strip } of [kubeProxy, cilium])
            if (strip !== null) expect(strip.to).toBeLessThanOrEqual(strip.count);
          const { strip } = cilium;
          if (strip?.fits === true) expect(strip.to).toBe(strip.from);
          if (id === 'service') expect(kubeProxy.strip?.to).toBe(kubeProxy.work);
          for (const text of [kubeProxy.told, cilium.told, ...kubeProxy.lines, ...cilium.lines])
            expect(text).not.toMatch(/undefined|null|NaN/);
        }
      }),
    );
  });

  it('writes the rules with the chance that makes all endpoints equally likely', () => {
    const chance = (draw: number): string | undefined => {
      const { steps } = lookupWalk({ ...defaultKubeProxyParameters, draw });
      return /--probability (\S+)/.exec(
        steps.find(({ id }) => id === 'choose')?.kubeProxy.lines[1] ?? '',
      )?.[1];
    };
    expect([1, 2, 3].map(chance)).toEqual(['0.3333333333', '0.5000000000', undefined]);
  });

  it('is asked about with the right answer among the options, and before the step that gives it away', () => {
    fc.assert(
      fc.property(parameters, (each) => {
        const walk = lookupWalk(each);
        const asked = kubeProxyPredictions(walk);
        expect(asked.map(({ step }) => step)).toEqual(
          asked.map(({ step }) => step).toSorted((a, b) => a - b),
        );
        for (const { options, rightId, step } of asked) {
          expect(options.map(({ id }) => id)).toContain(rightId);
          expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThan(walk.steps.length);
        }
      }),
    );
    expect(kubeProxyPredictions(lookupWalk(defaultKubeProxyParameters)).map(({ id }) => id)).toEqual([
      ...['rules', 'reads', 'later', 'change'],
    ]);
  });
});

describe('a link', () => {
  const empty = Object.fromEntries(kubeProxyKeys.map((key) => [key, null])) as KubeProxyLink;

  it('holds the whole state, and nothing for the one to begin with', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readKubeProxyLink(writeKubeProxyLink(state))).toEqual({ state, ignored: [] });
      }),
    );
    expect(writeKubeProxyLink(readKubeProxyLink(empty).state)).toEqual(empty);
  });

  it('tells what means nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kubeProxyKeys), fc.string(), (key, value) => {
        const { state } = readKubeProxyLink({ ...empty, [key]: value });
        expect(readKubeProxyLink(writeKubeProxyLink(state)).ignored).toEqual([]);
      }),
    );
    for (const ends of [
      'shop/web:http,TCP,10.96.0.20~80,fd00::1~80,',
      'shop/web"; DROP,TCP,10.96.0.20~80,10.0.0.1~80,',
      'shop/web,ICMP,10.96.0.20~80,10.0.0.1~80,',
    ])
      expect(readKubeProxyLink({ ...empty, ends }).ignored).toHaveLength(1);
  });
});
