import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familyOf } from '@/lib/cilium/packet-path/packet';
import { natEnds } from './nat-ends';
import { natFacts } from './nat-facts';
import * as known from './nat-parameters';
import { defaultNatParameters, familyOfClient, type NatParameters } from './nat-parameters';
import { embeddedIPv4, embedIPv4 } from './nat-prefix';
import { natKeys, readNatLink, writeNatLink, type NatLink } from './nat-state';
import { natStatusLines } from './nat-status';
import { isTranslated, natWalk } from './nat-walk';

const emptyLink = Object.fromEntries(natKeys.map((key) => [key, null])) as NatLink;
const walk = (over: Partial<NatParameters> = {}) => natWalk({ ...defaultNatParameters, ...over });

const anyParameters: fc.Arbitrary<NatParameters> = fc.record({
  feature: fc.constantFrom(...known.natFeatures),
  clientFamily: fc.constantFrom(...known.clientFamilies),
  protocol: fc.constantFrom(...known.protocols),
  families: fc.constantFrom(...known.enabledFamilies),
  mode: fc.constantFrom(...known.modes),
  isSettingOn: fc.boolean(),
  isLoadBalancerOnly: fc.boolean(),
  backend: fc.constantFrom(...known.backendPlaces),
  minor: fc.integer(known.minorBounds),
  serverIP: fc.ipV4(),
});

describe('the prefix', () => {
  test('holds an IPv4 address in its last 32 bits, and gives it back', () => {
    // The addresses of the commit that brought the translation to Cilium.
    expect(embedIPv4('140.82.121.3')).toBe('64:ff9b::8c52:7903');
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(embeddedIPv4(embedIPv4(ip) ?? '')).toBe(ip);
      }),
    );
    expect(embeddedIPv4('2001:db8::8c52:7903')).toBeNull();
    expect(embeddedIPv4('64:ff9b:1::8c52:7903')).toBeNull();
  });
});

describe('a packet', () => {
  test.each([
    ['an IPv6 client and an IPv4 pod', { clientFamily: 'IPv6' }, '192.0.2.11', -20],
    ['an IPv4 client and an IPv6 pod', { clientFamily: 'IPv4' }, '2001:db8:1::11', 20],
    ['the gateway', { feature: 'gateway' }, '192.0.2.11', -20],
  ] as const)(
    'of %s comes from node 1 for the backend, and its answer from what was called',
    (_, over, seen, added) => {
      const walked = walk(over);
      expect(isTranslated(walked)).toBe(true);
      expect(walked.walk.seenByBackend).toEqual({ ip: seen, port: 40000 });
      const { client, called } = natEnds({ ...defaultNatParameters, ...over });
      expect(walked.walk.hops.at(-1)?.after).toMatchObject({ source: called, destination: client });
      const link = writeNatLink({
        parameters: { ...defaultNatParameters, ...over },
        hop: 1,
        predicted: new Map(),
        speed: '1',
      });
      expect(natFacts(link)).toMatchObject({
        addedBytes: added,
        seenAddress: seen,
        isTranslated: true,
        failure: '',
      });
    },
  );

  test('is of one family at a time, and changes it on node 1 only, once each way', () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { walk: followed } = natWalk(parameters);
        const changes = followed.hops.filter(
          ({ before, after }) => familyOf(before.source.ip) !== familyOf(after.source.ip),
        );
        for (const { before, after } of followed.hops)
          for (const packet of [before, after])
            expect(familyOf(packet.source.ip)).toBe(familyOf(packet.destination.ip));
        for (const { place } of changes) expect(place).toEqual({ kind: 'node', node: 'node 1' });
        if (followed.hops.length > 0) expect(changes).toHaveLength(followed.failure === null ? 2 : 0);
      }),
    );
  });
});

describe('what is needed', () => {
  test.each([
    ['DSR beside Services since 1.18', { mode: 'dsr', minor: 18 }, 'B13'],
    ['the gateway without IPv6', { feature: 'gateway', families: 'IPv4' }, 'E14'],
    ['the gateway in 1.21', { feature: 'gateway', minor: 21 }, 'GATEWAY-PANIC'],
  ] as const)('is refused at the start: %s', (_, over, rule) => {
    expect(walk(over).obstacle).toMatchObject({ kind: 'refused', rule });
    expect(walk(over).walk.hops).toEqual([]);
  });
  test.each([
    ['the setting off', { isSettingOn: false }],
    ['DSR up to 1.17, without a word', { mode: 'dsr', minor: 15 }],
    ['pods beside it in 1.17', { minor: 17 }],
  ] as const)('is missing, and the packet dropped: %s', (_, over) => {
    expect(walk(over).obstacle).toBeNull();
    expect(walk(over).walk.failure?.kind).toBe('family-mismatch');
  });
  test('is derived up to 1.17: both families and SNAT, in 1.16 and 1.17 a load balancer only', () => {
    expect(isTranslated(walk({ minor: 15, isSettingOn: false }))).toBe(true);
    expect(isTranslated(walk({ minor: 17, isLoadBalancerOnly: true, isSettingOn: false }))).toBe(true);
  });
  test('one family alone is no packet to follow', () => {
    for (const families of ['IPv4', 'IPv6'] as const)
      expect(walk({ families, clientFamily: 'IPv6' }).obstacle).toMatchObject({ kind: 'off' });
  });
});

test('the status tells of it as agents print it', () => {
  expect(natStatusLines(defaultNatParameters)).toEqual([
    '  NAT46/64 Support:',
    '  - Services:         Enabled',
    '  - Gateway:          Disabled',
  ]);
  expect(natStatusLines({ ...defaultNatParameters, feature: 'gateway' }).at(-1)).toBe(
    '    Prefixes:         64:ff9b::/96',
  );
  expect(natStatusLines({ ...defaultNatParameters, isSettingOn: false })).toEqual([
    '  NAT46/64 Support:       Disabled',
  ]);
});

test('questions have their answers among the options, and stand in the order of their hops', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const { predictions, walk: followed } = natWalk(parameters);
      for (const { options, rightId } of predictions) expect(options.map(({ id }) => id)).toContain(rightId);
      const steps = predictions.map(({ step }) => step);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      if (followed.hops.length > 0 && followed.failure === null) expect(steps).toHaveLength(3);
      expect(familyOfClient(parameters)).toBe(
        parameters.feature === 'gateway' ? 'IPv6' : parameters.clientFamily,
      );
    }),
  );
});

describe('a link', () => {
  test('holds the whole state, and is empty for what the simulator begins with', () => {
    fc.assert(
      fc.property(anyParameters, fc.integer({ min: 1, max: 99 }), (parameters, hop) => {
        const state = { parameters, hop, predicted: new Map([['size', 'same']]), speed: '2' } as const;
        expect(readNatLink(writeNatLink(state))).toEqual({ state, ignored: [] });
      }),
    );
    expect(writeNatLink(readNatLink(emptyLink).state)).toEqual(emptyLink);
  });
  test('tells what means nothing', () => {
    const { state, ignored } = readNatLink({ ...emptyLink, server: '300.1.1.1', v: '1.9' });
    expect(ignored.map(({ key }) => key)).toEqual(['v', 'server']);
    expect(state.parameters).toEqual(defaultNatParameters);
  });
});
