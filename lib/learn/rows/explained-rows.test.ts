import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absentRows } from './absent-rows';
import {
  aroundOfExample,
  manifestExampleNames,
  manifestExamples,
  type ManifestExampleName,
} from './manifest-examples';
import { defaultAround, releaseOf, releases, type ClusterAround } from './cluster-around';
import { readManifest } from './read-manifest';
import { rowChanges } from './row-changes';
import { rowReasons, type RowReason } from './row-reasons';
import { rowsModel } from './rows-model';
import { rowsPredictions } from './rows-predictions';

function shownOf(name: ManifestExampleName, changed: Partial<ClusterAround> = {}) {
  const { manifest } = readManifest(manifestExamples[name].text);
  if (manifest === null) throw new Error(name);
  const around = { ...aroundOfExample(name, defaultAround), ...changed };
  const model = rowsModel(manifest, around);
  const tables = model.perNode.map((table) => ({
    table,
    absent: absentRows(manifest, around, model.input, table),
    reasons: table.rows.map(({ frontend, id }) =>
      rowReasons(frontend, id, {
        manifest,
        input: model.input,
        release: releaseOf(around.release),
        node: table.node,
      }),
    ),
  }));
  return { model, tables };
}

const texts = (reasons: RowReason[] | undefined, about: RowReason['about']): string =>
  reasons?.find((reason) => reason.about === about)?.text ?? '';

describe('a row', () => {
  test.each(manifestExampleNames)('of %s is explained on each node, under each release', (name) => {
    fc.assert(
      fc.property(fc.constantFrom(...releases), fc.boolean(), (release, kpr) => {
        for (const { table, absent, reasons } of shownOf(name, { release, kpr }).tables) {
          for (const each of reasons) {
            expect(texts(each, 'type')).not.toBe('');
            expect(texts(each, 'backends')).not.toBe('');
          }
          // A node without any row says why.
          if (table.rows.length === 0) expect(absent.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of a node without pods under a policy of Local says that packets from outside are dropped', () => {
    const { table, reasons } = shownOf('local').tables[2] ?? {};
    const at = table?.rows.findIndex(({ frontend }) => frontend.type === 'LoadBalancer') ?? -1;
    expect(texts(reasons?.[at], 'backends')).toContain('dropped here');
    expect(texts(reasons?.[at], 'flags')).toContain('The client’s address is kept');
  });

  test('on 0.0.0.0 says where packets from outside match, which changed with v1.18', () => {
    const surrogate = (release: string): string => {
      const { table, reasons } = shownOf('nodeport', { release }).tables[0] ?? {};
      return texts(
        reasons?.[table?.rows.findIndex(({ frontend }) => frontend.ip === '0.0.0.0') ?? -1],
        'address',
      );
    };
    expect(surrogate('1.17')).toContain('match the rows on the node’s own addresses');
    expect(surrogate('1.18.5')).toContain('no list shows them');
  });
});

describe('what is not there', () => {
  test.each<[ManifestExampleName, Partial<ClusterAround>, string]>([
    ['headless', {}, 'Headless'],
    ['externalname', {}, 'name in DNS'],
    ['loadbalancer', { hasLoadBalancer: false }, 'No load balancer gave'],
    ['nodeport', { kpr: false }, 'replacement is off'],
    ['exposed', {}, 'narrows'],
    ['dualstack', { ipv6: false }, 'IPv4 only'],
    ['protocols', { release: '1.16' }, 'share a row'],
    ['hostport', { hostPort: 30100 }, 'range of node ports'],
  ])('of %s is said, with why', (name, changed, why) => {
    const [first] = shownOf(name, changed).tables;
    expect(first?.absent.map((row) => row.why).join(' ')).toContain(why);
  });

  test('is nothing for a Service whose rows are all there', () => {
    expect(shownOf('loadbalancer').tables.map(({ absent }) => absent)).toEqual([[], [], []]);
  });
});

test('an edit marks rows that are new, changed and gone by their address, not by their ID', () => {
  const [before] = shownOf('loadbalancer').model.perNode;
  const [now] = shownOf('loadbalancer', { hasLoadBalancer: false }).model.perNode;
  if (before === undefined || now === undefined) throw new Error('no node');
  expect(rowChanges(before, now).gone.map(({ key }) => key)).toEqual(['203.0.113.10:80/TCP']);
  expect([...rowChanges(now, before).byKey.values()].filter((change) => change === 'new')).toHaveLength(1);
  const [local] = shownOf('local').model.perNode;
  if (local === undefined) throw new Error('no node');
  const changes = rowChanges(before, local).byKey;
  expect(changes.get('203.0.113.10:80/TCP')).toBe('changed');
  expect(changes.get('10.96.0.20:80/TCP')).toBe('same');
  expect(changes.get('203.0.113.10:80/TCP/i')).toBe('new');
});

test('questions are asked of each example, with their right answer among the options', () => {
  for (const name of manifestExampleNames) {
    const asked = rowsPredictions(shownOf(name).model.perNode);
    expect(asked.length).toBeGreaterThan(0);
    for (const { options, rightId } of asked) expect(options.map(({ id }) => id)).toContain(rightId);
  }
  expect(rowsPredictions(shownOf('local').model.perNode).map(({ id }) => id)).toEqual(['rows', 'bare']);
});
