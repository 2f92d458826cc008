import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interfaceTypes, masterKinds, type InterfaceFacts } from '@/lib/cilium/devices/interface-facts';
import { speeds } from '../simulator/speed';
import { devicesFacts } from './devices-facts';
import { devicesOutcome } from './devices-outcome';
import { defaultDevicesParameters as first, deviceExamples, minorBounds } from './devices-parameters';
import { devicesPredictions, stepCount } from './devices-predictions';
import {
  devicesKeys,
  readDevicesLink,
  writeDevicesLink,
  type DevicesLink,
  type DevicesState,
} from './devices-state';

const emptyLink = Object.fromEntries(devicesKeys.map((key) => [key, null])) as DevicesLink;

const interfaces: fc.Arbitrary<InterfaceFacts[]> = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9_.-]{0,14}$/),
    type: fc.constantFrom(...interfaceTypes),
    ips: fc.subarray(['192.0.2.11', '198.51.100.11', '2001:db8:1::11', 'fe80::1']),
    up: fc.boolean(),
    defaultRoute: fc.boolean(),
    master: fc.option(fc.constantFrom(...masterKinds)),
  }),
  { minLength: 1, maxLength: 10, selector: ({ name }) => name },
);

const states: fc.Arbitrary<DevicesState> = fc
  .record({
    interfaces,
    devices: fc.constantFrom('', 'eth+', '!eth1,eth+', 'br0 eth0'),
    directRoutingDevice: fc.constantFrom('', 'eth0', 'eth+'),
    nodePortAddresses: fc.constantFrom('', '192.0.2.0/24', '2001:db8::/32,10.0.0.0/8'),
    nodeIP: fc.constantFrom('', '192.0.2.11', '198.51.100.11', '2001:db8:1::11'),
    ipv6: fc.boolean(),
    minor: fc.integer(minorBounds),
    step: fc.integer({ min: 1, max: stepCount }),
    speed: fc.constantFrom(...speeds),
    said: fc.subarray(['left', 'direct']),
  })
  .map(({ step, speed, said, ...parameters }) => ({
    step,
    speed,
    predicted: new Map(said.map((id) => [id, 'shown'])),
    parameters,
  }));

describe('a link', () => {
  test('holds the whole state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readDevicesLink(writeDevicesLink(state))).toEqual({ state, ignored: [] });
      }),
    );
  });

  test('is empty for the state that the simulator begins with', () => {
    expect(writeDevicesLink(readDevicesLink(emptyLink).state)).toEqual(emptyLink);
  });

  test('tells what means nothing, and does not end in an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...devicesKeys), fc.string(), (key, value) => {
        const { state, ignored } = readDevicesLink({ ...emptyLink, [key]: value });
        expect(readDevicesLink(writeDevicesLink(state)).ignored).toEqual([]);
        expect(ignored.every((each) => each.key === key && each.value === value)).toBe(true);
      }),
    );
    expect(readDevicesLink({ ...emptyLink, if: 'eth0~spoon~~u' }).ignored).toHaveLength(1);
  });
});

describe('a node', () => {
  test('takes both cards, listens on their first addresses, and routes over the one with its InternalIP', () => {
    const facts = devicesFacts(emptyLink);
    expect(facts).toMatchObject({
      devices: 'eth0,eth1',
      nodePortAddresses: '192.0.2.11,198.51.100.11',
      directRoutingDevice: 'eth0',
      directRoutingBy: 'node-ip',
      agentStarts: true,
    });
  });

  test('with its address on a bridge has no device: the agent ends, until the bridge is named', () => {
    expect(devicesFacts({ ...emptyLink, if: 'bridge' })).toMatchObject({
      deviceCount: 0,
      directRoutingBy: 'none',
      agentStarts: false,
      refusedByRule: 'D1',
    });
    expect(devicesFacts({ ...emptyLink, if: 'bridge', devices: 'br0' })).toMatchObject({
      devices: 'br0',
      directRoutingBy: 'only',
      agentStarts: true,
      takesBridge: true,
    });
  });

  test('with two devices and an InternalIP on neither ends, until one is named', () => {
    const strange = { ...emptyLink, nodeip: '203.0.113.9' };
    expect(devicesFacts(strange)).toMatchObject({ agentStarts: false, directRoutingDevice: '' });
    expect(devicesFacts({ ...strange, direct: 'eth+' })).toMatchObject({
      agentStarts: true,
      directRoutingDevice: 'eth0',
      directRoutingBy: 'named',
    });
  });

  test('listens on the addresses of the networks that are set, since the release that knows the setting', () => {
    const link = { ...emptyLink, addresses: '198.51.100.0/24' };
    expect(devicesFacts(link).nodePortAddresses).toBe('198.51.100.11');
    expect(devicesFacts({ ...link, v: '1.14' }).nodePortAddressCount).toBe(2);
  });

  test('with IPv6 listens on the first global IPv6 address as well, never on one of a link', () => {
    expect(devicesFacts({ ...emptyLink, ipv6: 'yes' }).nodePortAddresses).toBe(
      '192.0.2.11,2001:db8:1::11,198.51.100.11',
    );
  });

  test('has direct routing on one of its devices, or none', () => {
    fc.assert(
      fc.property(states, ({ parameters }) => {
        const { tested, direct } = devicesOutcome(parameters);
        const names = tested.filter(({ isDevice }) => isDevice).map(({ device }) => device.name);
        expect(direct === null || names.includes(direct.name)).toBe(true);
      }),
    );
  });
});

describe('questions', () => {
  test('have their right answer among different ones, before the step that gives it away', () => {
    fc.assert(
      fc.property(states, ({ parameters }) => {
        for (const { options, rightId, step } of devicesPredictions(
          devicesOutcome(parameters),
          parameters.directRoutingDevice,
        )) {
          expect(options.map(({ id }) => id)).toContain(rightId);
          expect(new Set(options.map(({ words }) => words)).size).toBe(options.length);
          expect(step).toBeLessThan(stepCount);
        }
      }),
    );
  });

  test('say why no device routes: none is called so, or none has the address of the node', () => {
    const why = (change: Partial<typeof first>): string | undefined => {
      const asked = { ...first, ...change };
      const predictions = devicesPredictions(devicesOutcome(asked), asked.directRoutingDevice);
      return predictions.find(({ id }) => id === 'direct')?.why;
    };
    expect(why({ directRoutingDevice: 'eth9' })).toContain('names eth9');
    expect(why({ nodeIP: '203.0.113.200' })).toContain('none has the node’s InternalIP');
  });

  test('are asked of every example', () => {
    for (const { interfaces: set } of Object.values(deviceExamples)) {
      const asked = devicesPredictions(devicesOutcome({ ...first, interfaces: set }), '');
      expect(asked.length).toBeGreaterThan(0);
    }
  });
});
