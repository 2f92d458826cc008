import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { sameSocketAddress } from '@/lib/cilium/packet-path/packet';
import { headerRows } from '../packet/header-rows';
import { addedBytes, wireParts } from '../packet/wire-parts';
import { maskedFrom, openPrediction } from '../predict/prediction';
import * as known from './dsr-parameters';
import { defaultDsrParameters, type DsrParameters } from './dsr-parameters';
import { dsrConsequences } from './dsr-consequences';
import { packetName, payloadBytesAt } from './dsr-packet';
import { dsrRefusal } from './dsr-refusal';
import { dsrWalk } from './dsr-walk';

const walkOf = (over: Partial<DsrParameters> = {}) => dsrWalk({ ...defaultDsrParameters, ...over });

const anyParameters: fc.Arbitrary<DsrParameters> = fc.record({
  mode: fc.constantFrom(...known.modes),
  dispatch: fc.constantFrom(...known.dispatches),
  protocol: fc.constantFrom(...known.protocols),
  family: fc.constantFrom(...known.families),
  routing: fc.constantFrom(...known.routings),
  mtuBytes: fc.constantFrom(1280, 1450, 1500, 1600, 9001),
  backend: fc.constantFrom(...known.backendPlaces),
  moment: fc.constantFrom(...known.moments),
  isBackendReplaced: fc.boolean(),
  faults: fc.subarray([...known.networkFaults]),
  minor: fc.integer(known.minorBounds),
  ends: fc.constant(null),
});

describe('the questions of a walk', () => {
  test('each has exactly one right answer, and it is what the walk does', () => {
    const asked = new Map<string, number>();
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { walk, question, predictions } = dsrWalk(parameters);
        for (const { id, step, options, rightId } of predictions) {
          asked.set(id, (asked.get(id) ?? 0) + 1);
          expect(new Set(options.map((option) => option.id)).size).toBe(options.length);
          expect(new Set(options.map(({ words }) => words)).size).toBe(options.length);
          expect(options.length).toBeGreaterThanOrEqual(3);
          expect(options.filter((option) => option.id === rightId)).toHaveLength(1);
          // What is asked for is not in sight before.
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThan(walk.hops.length);
          const right = options.find((option) => option.id === rightId);
          if (id === 'source') {
            expect(right?.address).toBe(walk.seenByBackend?.ip);
            expect(options.filter(({ address }) => address === walk.seenByBackend?.ip)).toHaveLength(1);
          }
          if (id === 'bytes') {
            const between = walk.hops.find(({ place }) => place.kind === 'wire' && place.to === 'node 2');
            expect(rightId).toBe(String(between === undefined ? NaN : addedBytes(between.after)));
            expect(walk.hops.slice(0, step).every(({ after }) => addedBytes(after) === 0)).toBe(true);
          }
          if (id === 'answerer') {
            const out = walk.hops.find(({ place }) => place.kind === 'wire' && place.to === null);
            expect(out?.place).toMatchObject({ from: rightId === 'node1' ? 'node 1' : 'node 2' });
            expect(out !== undefined && sameSocketAddress(out.after.source, question.to)).toBe(true);
          }
        }
        const steps = predictions.map(({ step }) => step);
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
    for (const id of ['bytes', 'source', 'answerer']) expect(asked.get(id), id).toBeGreaterThan(200);
  });

  test('a walk to its end asks all three where the pod is elsewhere, two where it is on the node', () => {
    expect(walkOf().predictions.map(({ id, rightId }) => [id, rightId])).toEqual([
      ['bytes', '8'],
      ['source', 'client'],
      ['answerer', 'node2'],
    ]);
    expect(walkOf({ mode: 'snat' }).predictions.map(({ rightId }) => rightId)).toEqual([
      '0',
      'node',
      'node1',
    ]);
    const local = walkOf({ mode: 'snat', backend: 'local' });
    expect(local.predictions.map(({ rightId }) => rightId)).toEqual(['client', 'node1']);
    const tunnel = walkOf({ mode: 'snat', routing: 'vxlan' }).predictions;
    expect(tunnel.map(({ rightId }) => rightId)).toEqual(['50', 'inside', 'node1']);
  });

  test('what was answered unmasks the hops up to the next question', () => {
    const { predictions, walk } = walkOf();
    const masks = (...said: [string, string][]) => maskedFrom(predictions, new Map(said), walk.hops.length);
    expect([masks(), masks(['bytes', '0']), masks(['bytes', '8'], ['source', 'node'])]).toEqual([3, 6, 8]);
    expect(openPrediction(predictions, new Map([['bytes', 'shown']]))?.id).toBe('source');
    expect(masks(['bytes', '8'], ['source', 'x'], ['answerer', 'pod'])).toBe(walk.hops.length);
  });
});

describe('settings that Cilium refuses at its start', () => {
  test('have no hops and no questions, and name the rule', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { refusal, walk, predictions } = dsrWalk(parameters);
        if (refusal === null) {
          expect(walk.failure?.kind).not.toBe('settings-refused');
          return;
        }
        refused += 1;
        expect([walk.hops.length, predictions.length]).toEqual([0, 0]);
        expect(refusal.message).not.toBe('');
        // The datapath's own matrix and the agent's rules say the same of tunnels.
        if (parameters.routing !== 'native') expect(refusal.rule).toMatch(/^[AB]\d+$/);
      }),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it.each([
    ['vxlan', 'opt', 'B3'],
    ['vxlan', 'geneve', 'B3'],
    ['geneve', 'opt', 'B6'],
    ['geneve', 'ipip', 'B6'],
    ['geneve', 'geneve', null],
    ['native', 'geneve', null],
    ['native', 'ipip', null],
    ['native', 'opt', null],
  ] as const)('DSR over %s with dispatch %s: %s', (routing, dispatch, rule) => {
    expect(dsrRefusal({ ...defaultDsrParameters, routing, dispatch })?.rule ?? null).toBe(rule);
  });
});

describe('what people met', () => {
  const kindOf = (over: Partial<DsrParameters>) => walkOf(over).walk.failure?.kind ?? null;
  it.each<[string, Partial<DsrParameters>, string | null]>([
    ['node 2 may not answer as the Service', { faults: ['source-check-2'] }, 'source-check'],
    ['node 1 may not pass the client’s source on', { faults: ['source-check-1'] }, 'source-check'],
    ['Geneve gives node 1 its own source', { faults: ['source-check-1'], dispatch: 'geneve' }, null],
    [
      'SNAT sends from own addresses only',
      { faults: ['source-check-1', 'source-check-2'], mode: 'snat' },
      null,
    ],
    ['IP options are dropped', { faults: ['ip-options'] }, 'ip-options-dropped'],
    ['Geneve has none', { faults: ['ip-options'], dispatch: 'geneve' }, null],
    ['later TCP has none', { faults: ['ip-options'], moment: 'later' }, null],
    ['every datagram has one', { faults: ['ip-options'], protocol: 'UDP' }, 'ip-options-dropped'],
    ['another backend', { isBackendReplaced: true }, 'backend-changed'],
    ['a full datagram', { moment: 'later', protocol: 'UDP' }, 'mtu-exceeded'],
    ['a full datagram, hybrid', { moment: 'later', protocol: 'UDP', mode: 'hybrid' }, null],
    ['a full datagram, larger MTU', { moment: 'later', protocol: 'UDP', mtuBytes: 1508 }, null],
  ])('%s', (_, over, kind) => {
    expect(kindOf(over)).toBe(kind);
  });

  test('the hops that never happen are those of the healthy walk', () => {
    const { walk, lostHops } = walkOf({ faults: ['ip-options'] });
    const healthy = walkOf().walk.hops;
    expect([...walk.hops, ...lostHops].map(({ title }) => title)).toEqual(healthy.map(({ title }) => title));
    expect(walkOf().lostHops).toEqual([]);
  });
});

describe('headers and bytes', () => {
  test('a row for each header, with what happened to it and whose it is', () => {
    const { walk, question } = walkOf();
    const option = walk.hops[3];
    if (option === undefined) throw new Error('no hop 4');
    expect(headerRows(option, question)).toEqual([
      {
        header: 'source address',
        before: '198.51.100.7',
        after: '198.51.100.7',
        whichIs: 'the client',
        change: null,
      },
      {
        header: 'destination address',
        before: '10.0.2.20',
        after: '10.0.2.20',
        whichIs: 'the pod',
        change: null,
      },
      {
        header: 'IP option',
        before: null,
        after: '0x9A 203.0.113.10:80',
        whichIs: '8 bytes: the Service, for the backend’s node',
        change: 'added',
      },
      { header: 'TCP source port', before: '40000', after: '40000', whichIs: '', change: null },
      { header: 'TCP destination port', before: '8080', after: '8080', whichIs: 'target port', change: null },
    ]);
  });

  test('every header that a hop changes is in the table, and every address there is somebody’s', () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { walk, question } = dsrWalk(parameters);
        for (const hop of walk.hops) {
          const rows = headerRows(hop, question);
          const isChanged = JSON.stringify(hop.before) !== JSON.stringify(hop.after);
          expect(rows.some(({ change }) => change !== null)).toBe(isChanged);
          for (const { header, whichIs } of rows)
            if (header.includes('address')) expect(whichIs).not.toBe('');
          const payload = payloadBytesAt(parameters, hop);
          const parts = wireParts(hop.after, payload);
          const plain = wireParts({ ...hop.after, dsr: null, outer: null }, payload);
          const sum = (list: typeof parts) => list.reduce((total, { bytes }) => total + bytes, 0);
          expect(sum(parts) - sum(plain)).toBe(addedBytes(hop.after));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a SYN of 60 bytes has 68 with the option; a full one’s data is cut in the bar', () => {
    const { walk } = walkOf();
    const hop = walk.hops[4];
    if (hop === undefined) throw new Error('no hop 5');
    expect(packetName(defaultDsrParameters, hop)).toBe('SYN');
    expect(
      wireParts(hop.after, payloadBytesAt(defaultDsrParameters, hop)).map(({ name, bytes }) => [name, bytes]),
    ).toEqual([
      ['IPv4', 20],
      ['DSR option', 8],
      ['TCP', 40],
    ]);
    const full = { ...defaultDsrParameters, moment: 'later' } as const;
    expect(wireParts(hop.before, payloadBytesAt(full, hop)).at(-1)).toMatchObject({
      name: 'data',
      bytes: 1448,
      drawnBytes: 160,
    });
  });
});

describe('what it costs, what it gives', () => {
  const table = (over: Partial<DsrParameters> = {}) =>
    Object.fromEntries(
      dsrConsequences({ ...defaultDsrParameters, ...over }).map(({ label, cells }) => [label, cells]),
    );

  test('is read off walks of each mode', () => {
    expect(table()).toEqual({
      'The pod sees as client': ['node 1', 'the client', 'TCP the client, UDP node 1'],
      'The answer goes': [
        'through node 1',
        'straight to the client',
        'TCP straight to the client, UDP through node 1',
      ],
      'Node 1 handles': ['request and answer', 'the request', 'TCP the request, UDP request and answer'],
      'Added to a SYN, to later TCP': ['0 B, 0 B', '8 B, 0 B', '8 B, 0 B'],
      'Added to a UDP datagram': ['0 B', '8 B', '0 B'],
      'Largest UDP payload': ['1472 B', '1464 B', '1472 B'],
      'In a VXLAN tunnel': ['works', 'the agent refuses to start (B3)', 'the agent refuses to start (B3)'],
    });
  });

  test('has the figures of Geneve and of IPv6', () => {
    expect(table({ dispatch: 'geneve' })['Added to a SYN, to later TCP']).toEqual([
      '0 B, 0 B',
      '62 B, 50 B',
      '62 B, 50 B',
    ]);
    expect(table({ family: 'IPv6' })['Largest UDP payload']).toEqual(['1452 B', '1428 B', '1452 B']);
    expect(table({ routing: 'vxlan' })['The pod sees as client']).toEqual([
      'node 1, its cilium_host',
      'the agent refuses to start (B3)',
      'the agent refuses to start (B3)',
    ]);
  });
});
