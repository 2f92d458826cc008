import { describe, expect, it } from 'vitest';
import { defaultDatapathSettings } from '@/lib/cilium/packet-path/datapath-settings';
import { outsideHook } from '@/lib/cilium/packet-path/outside-hook';
import type { PathNode } from '@/lib/cilium/packet-path/packet-question';
import { handlingOf } from './handling';
import { nicVerdicts } from './nic-verdict';
import { xdpDrivers } from './xdp-drivers';
import { accelerations, defaultXdpParameters, traffics, type XdpParameters } from './xdp-parameters';
import { xdpRefusal } from './xdp-start';
import { xdpWalk } from './xdp-walk';

const native: XdpParameters = { ...defaultXdpParameters, acceleration: 'native', nics: ['mlx5'] };

describe('what a driver says', () => {
  it('is no where AWS’s card has all channels in use, and yes to all other cards', () => {
    const faults = ['channels'] as const;
    expect(
      nicVerdicts({ ...native, nics: ['ena', 'mlx5'], faults }).map(({ kind, errno }) => [kind, errno]),
    ).toEqual([
      ['refused', 'invalid argument'],
      ['native', null],
    ]);
  });

  it('is no to jumbo frames, which later versions try again', () => {
    expect(nicVerdicts({ ...native, faults: ['jumbo'], minor: 18 })[0]?.kind).toBe('refused');
    expect(nicVerdicts({ ...native, faults: ['jumbo'], minor: 19 })[0]?.kind).toBe('native');
  });

  it('is told for every driver of the list, by an id of its own', () => {
    expect(new Set(xdpDrivers.map(({ id }) => id)).size).toBe(xdpDrivers.length);
    for (const { id } of xdpDrivers) {
      const [verdict] = nicVerdicts({ ...native, nics: [id], kernel: '6.12' });
      expect(verdict?.kind).toBe(id === 'vlan' || id === 'other' ? 'refused' : 'native');
    }
  });
});

describe('an agent', () => {
  it('dies in native with the loader’s words and the kernel’s', () => {
    expect(xdpRefusal({ ...native, nics: ['mlx5', 'vlan'] })).toEqual({
      rule: 'C4',
      message:
        'attaching XDP program to interface eth1: attaching XDP program: attaching program cil_xdp_entry using bpf_link: failed to attach link: create link: operation not supported',
    });
  });

  it('knows best-effort since v1.15 only, and takes no IPv6 tunnel with acceleration', () => {
    expect(xdpRefusal({ ...defaultXdpParameters, minor: 14 })?.rule).toBe('A15');
    expect(xdpRefusal({ ...defaultXdpParameters, minor: 15 })).toBeNull();
    expect(xdpRefusal({ ...native, faults: ['ipv6-underlay'] })?.rule).toBe('C3');
    expect(xdpRefusal({ ...native, acceleration: 'disabled', faults: ['ipv6-underlay'] })).toBeNull();
  });

  it('starts with every version and setting that no rule forbids', () => {
    for (const minor of [13, 15, 17, 19, 21])
      for (const acceleration of ['disabled', 'native', 'testing-only'] as const)
        expect(xdpRefusal({ ...native, acceleration, minor })).toBeNull();
  });
});

describe('the way of a packet', () => {
  const cases = accelerations.flatMap((acceleration) =>
    traffics.flatMap((traffic) =>
      [0, 1].map((arrivesAt) => ({ ...defaultXdpParameters, acceleration, traffic, arrivesAt })),
    ),
  );

  it.each(cases)('climbs step by step: $acceleration, $traffic, eth$arrivesAt', (parameters) => {
    const { steps, refusal, handling, predictions } = xdpWalk(parameters);
    if (refusal !== null) return expect(steps).toEqual([]);
    const translating = steps.filter(({ deed }) => deed === 'translates').map(({ layer }) => layer);
    expect(new Set(translating)).toEqual(new Set(handling.layer === null ? [] : [handling.layer]));
    for (const { title, detail } of steps) expect(`${title}${detail}`).not.toMatch(/undefined/);
    for (const { step, options, rightId } of predictions) {
      expect(step).toBeLessThan(steps.length);
      expect(options.map(({ id }) => id)).toContain(rightId);
    }
    return undefined;
  });

  it('is handled where the datapath’s model handles it', () => {
    for (const acceleration of ['disabled', 'native'] as const)
      for (const minor of [18, 21])
        for (const traffic of ['remote', 'etp-local'] as const) {
          const settings = { ...defaultDatapathSettings({ major: 1, minor, patch: 0 }), acceleration };
          const none = { IPv4: null, IPv6: null };
          const node: PathNode = { name: 'n1', ips: none, internalIPs: none, settings };
          const policies = { externalTrafficPolicy: traffic === 'remote' ? 'Cluster' : 'Local' } as const;
          const hook = outsideHook(node, policies, 'snat', 'IPv4', false);
          expect(handlingOf({ ...native, acceleration, minor, traffic }).layer).toBe(
            hook === 'xdp' ? 'xdp' : 'tc',
          );
        }
  });
});
