import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultAround, releases, type ClusterAround } from './cluster-around';
import { linesAtStep } from './lines-at-step';
import { aroundOfExample, manifestExampleNames, manifestExamples } from './manifest-examples';
import type { ManifestExampleName } from './manifest-examples';
import { readManifest } from './read-manifest';
import { backendStep, firstRowStep, idStep, rowRules, rowSteps, rowStepCount } from './row-steps';
import { rowsModel } from './rows-model';

function stepsOf(name: ManifestExampleName, changed: Partial<ClusterAround> = {}, node = 0) {
  const { manifest } = readManifest(manifestExamples[name].text);
  if (manifest === null) throw new Error(name);
  const around = { ...aroundOfExample(name, defaultAround), ...changed };
  const { input, perNode } = rowsModel(manifest, around);
  const table = perNode[node];
  if (table === undefined) throw new Error('no such node');
  return { table, steps: rowSteps({ manifest, around, input, table }) };
}

const addedBy = (name: ManifestExampleName, changed: Partial<ClusterAround> = {}) =>
  Object.fromEntries(
    stepsOf(name, changed).steps.flatMap(({ rule, adds }) => (adds.length > 0 ? [[rule, adds.length]] : [])),
  );

describe('the rules of a node', () => {
  test.each(manifestExampleNames)('add each row of %s once, and each says why', (name) => {
    fc.assert(
      fc.property(
        ...[fc.constantFrom(...releases), fc.boolean(), fc.boolean(), fc.nat({ max: 2 })],
        (release, kpr, ipv6, node) => {
          const { table, steps } = stepsOf(name, { release, kpr, ipv6 }, node);
          expect(steps).toHaveLength(rowStepCount);
          expect(steps.flatMap(({ adds }) => adds).toSorted((a, b) => a - b)).toEqual([...table.rows.keys()]);
          for (const { why, title, rule, adds } of steps) {
            expect(`${title} ${why}`).not.toMatch(/undefined|null/);
            expect(why).not.toBe('');
            if (rowRules.indexOf(rule) < firstRowStep || rule === 'backends') expect(adds).toEqual([]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('say which rule a row came by', () => {
    expect(addedBy('loadbalancer')).toEqual({ ClusterIP: 1, LoadBalancer: 1, NodePort: 1 });
    expect(addedBy('local')).toEqual({ ClusterIP: 1, LoadBalancer: 1, NodePort: 1, scopes: 2 });
    expect(addedBy('nodeport', { release: '1.17' })).toEqual({ ClusterIP: 1, NodePort: 2 });
    expect(addedBy('externalips')).toEqual({ ClusterIP: 1, ExternalIPs: 1 });
    expect(addedBy('hostport')).toMatchObject({ ClusterIP: 1 });
    expect(addedBy('hostport')['HostPort']).toBeGreaterThan(0);
    expect(addedBy('headless')).toEqual({});
  });

  test.each<[ManifestExampleName, Partial<ClusterAround>, string, string]>([
    ['headless', {}, 'any', 'Headless'],
    ['nodeport', { kpr: false }, 'NodePort', 'replacement is off'],
    ['loadbalancer', { hasLoadBalancer: false }, 'LoadBalancer', 'No load balancer gave'],
    ['clusterip', {}, 'NodePort', 'type ClusterIP has no node port'],
    ['exposed', {}, 'NodePort', 'narrows'],
  ])('of %s say why a rule adds none', (name, changed, rule, why) => {
    expect(stepsOf(name, changed).steps.find((step) => step.rule === rule)?.why).toContain(why);
  });
});

describe('the lines at a step', () => {
  test('are those that are printed at the end, and never more than that before', () => {
    for (const name of manifestExampleNames) {
      const { table, steps } = stepsOf(name);
      const printed = table.rows.map(({ lines }) => lines);
      expect(linesAtStep(table, steps, idStep)).toEqual(printed);
      for (const step of steps.keys()) {
        const lines = linesAtStep(table, steps, step);
        // Every row keeps its height.
        expect(lines.map((each) => each.length)).toEqual(printed.map((each) => each.length));
        if (step < firstRowStep) expect(lines.flat().join('')).toBe('');
        if (step < backendStep) expect(lines.flat().join('')).not.toMatch(/active|=>/);
        if (step < idStep)
          for (const line of lines.flat())
            expect(line.slice(0, table.head.indexOf('Frontend')).trim()).toBe('');
      }
    }
  });
});
