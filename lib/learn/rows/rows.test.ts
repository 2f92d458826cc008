import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { defaultAround, podStates, releases, type ClusterAround } from './cluster-around';
import { manifestExampleNames, manifestExamples } from './manifest-examples';
import { readManifest } from './read-manifest';
import { rowStepCount } from './row-steps';
import { rowsFacts } from './rows-facts';
import { rowsModel } from './rows-model';
import {
  manifestText,
  readRowsLink,
  rowsKeys,
  writeRowsLink,
  type RowsLink,
  type RowsState,
} from './rows-state';

const emptyLink = Object.fromEntries(rowsKeys.map((key) => [key, null])) as RowsLink;

const arounds: fc.Arbitrary<ClusterAround> = fc.record({
  nodes: fc
    .array(
      fc.record({
        ips: fc.subarray(['192.0.2.11', '198.51.100.11', '2001:db8:1::11']),
        zone: fc.constantFrom('', 'a', 'b'),
        isEdge: fc.boolean(),
        pods: fc.array(
          fc.record({
            state: fc.constantFrom(...podStates),
            ips: fc.constantFrom(
              null,
              { IPv4: '10.1.0.5', IPv6: 'fd00::5' },
              { IPv4: '10.1.0.6', IPv6: null },
            ),
          }),
          { maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((nodes) => nodes.map((node, index) => ({ ...node, name: `node-${index + 1}` }))),
  release: fc.constantFrom(...releases),
  kpr: fc.boolean(),
  ipv6: fc.boolean(),
  topology: fc.boolean(),
  protocols: fc.boolean(),
  graceful: fc.boolean(),
  internalPolicy: fc.boolean(),
  hasLoadBalancer: fc.boolean(),
  hostPort: fc.constantFrom(0, 8443),
});

const states: fc.Arbitrary<RowsState> = fc.record({
  source: fc.oneof(
    fc.constantFrom(...manifestExampleNames).map((example) => ({ example })),
    fc.constantFrom('kind: Service\n', 'a: [', '', 'name: "ä\u{1F600}"').map((text) => ({ text })),
  ),
  parameters: arounds,
  node: fc.nat({ max: 3 }),
  row: fc.oneof(fc.constant(0), fc.nat({ max: 998 })),
  step: fc.integer({ min: 1, max: rowStepCount }),
  speed: fc.constantFrom('0.5', '1', '2'),
  predicted: fc.constantFrom(new Map<string, string>(), new Map([['rows', '3']])),
});

describe('a link', () => {
  test('holds the whole state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readRowsLink(writeRowsLink(state))).toEqual({ state, ignored: [] });
      }),
    );
  });

  test('is empty for the state that the simulator begins with', () => {
    expect(writeRowsLink(readRowsLink(emptyLink).state)).toEqual(emptyLink);
  });

  test('tells what means nothing, and does not end in an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowsKeys), fc.string(), (key, value) => {
        const { state } = readRowsLink({ ...emptyLink, [key]: value });
        expect(readRowsLink(writeRowsLink(state)).ignored).toEqual([]);
        rowsFacts({ ...emptyLink, [key]: value });
      }),
    );
    expect(readRowsLink({ ...emptyLink, yaml: 'a'.repeat(7000) }).ignored).toHaveLength(1);
    expect(readRowsLink({ ...emptyLink, nodes: 'node-1~999.1.1.1~a~~r' }).ignored).toHaveLength(1);
  });
});

describe('each example', () => {
  test.each(manifestExampleNames)('%s is a manifest without any problem', (name) => {
    expect(readManifest(manifestExamples[name].text)).toMatchObject({ problems: [] });
  });

  test.each(manifestExampleNames)(
    '%s prints tables that the parsers read back, whatever is around it',
    (name) => {
      const { manifest } = readManifest(manifestExamples[name].text);
      if (manifest === null) throw new Error(name);
      fc.assert(
        fc.property(arounds, (around) => {
          for (const { text, rows, head } of rowsModel(manifest, around).perNode) {
            const { frontends, unparsed } = parseServiceList(text);
            expect(unparsed).toEqual([]);
            expect(frontends.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
            expect(`${[head, ...rows.flatMap(({ lines }) => lines)].join('\n')}\n`).toBe(text);
          }
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe('facts', () => {
  const of = (link: Partial<RowsLink>) => rowsFacts({ ...emptyLink, ...link });

  test('of a NodePort: a row on each node address up to v1.17, only the surrogate since', () => {
    expect(of({ example: 'nodeport', v: '1.17' })).toMatchObject({
      rowsOnNode1: 3,
      hasSurrogate: true,
      hasNodeAddressRows: true,
    });
    expect(of({ example: 'nodeport', v: '1.18.5' })).toMatchObject({
      rowsOnNode1: 2,
      hasSurrogate: true,
      hasNodeAddressRows: false,
    });
  });

  test('of externalTrafficPolicy Local: an internal scope, own backends outside, all of them inside', () => {
    expect(of({ example: 'local' })).toMatchObject({
      hasInternalScope: true,
      preservesClientAddress: true,
      outsideBackendsOnNode1: 2,
      outsideBackendsOnNode2: 1,
      outsideBackendsOnNode3: 0,
      backendsOnNode3: 3,
      nodesWithoutOutsideBackends: 1,
      rowsDiffer: true,
    });
  });

  test('of what has no rows: headless and ExternalName', () => {
    expect(of({ example: 'headless' })).toMatchObject({ isValid: true, rowsOnNode1: 0 });
    expect(of({ example: 'externalname' })).toMatchObject({ isValid: true, rowsOnNode1: 0 });
  });

  test('of a Service for some nodes: rows on the node with the label only', () => {
    expect(of({ example: 'edge' })).toMatchObject({ rowsOnNode1: 3, rowsOnNode2: 0 });
    expect(of({ example: 'edge', v: '1.16' })).toMatchObject({ rowsOnNode2: 4 });
  });

  test('of two protocols on one port: one row up to v1.16, two since', () => {
    expect(of({ example: 'protocols', v: '1.16' }).rowsOnNode1).toBe(1);
    expect(of({ example: 'protocols', v: '1.17' }).rowsOnNode1).toBe(2);
  });

  test('of a text that is no manifest', () => {
    expect(of({ yaml: 'kind: Pod' })).toMatchObject({ isValid: false, rowsOnNode1: 0, example: '' });
  });

  test('of topology hints: each node has the backend of its own zone', () => {
    expect(of({ example: 'hints' })).toMatchObject({ backendsOnNode1: 1, podCount: 3, rowsDiffer: true });
    expect(of({ example: 'hints', set: 'none' })).toMatchObject({ backendsOnNode1: 3 });
  });
});

test('the example in sight is the one of the link, and an edited one is a text', () => {
  const { state } = readRowsLink({ ...emptyLink, yaml: manifestExamples.headless.text });
  expect(state.source).toEqual({ example: 'headless' });
  expect(manifestText({ text: 'x' })).toBe('x');
  expect(defaultAround.nodes).toHaveLength(3);
});
