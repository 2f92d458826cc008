import { describe, expect, it } from 'vitest';
import { defaultDatapathSettings } from '@/lib/cilium/packet-path/datapath-settings';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { questionFixture } from '@/lib/cilium/packet-path/packet-question.fixture';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import type { PathClient } from '@/lib/cilium/packet-path/packet-question';
import { callers, coverages, defaultSocketParameters, protocols, udpSockets } from './socket-parameters';
import { socketRun } from './socket-run';

const cases = callers.flatMap((caller) =>
  coverages.flatMap((coverage) =>
    protocols.flatMap((protocol) =>
      udpSockets.map((udpSocket) => ({ ...defaultSocketParameters, caller, coverage, protocol, udpSocket })),
    ),
  ),
);

describe('a run', () => {
  it.each(cases)('of $caller, $coverage, $protocol $udpSocket is one unbroken way', (parameters) => {
    const { steps, stations, addresses, outcome } = socketRun(parameters);
    for (const { from, to, rewritten, text } of steps) {
      expect(stations).toContain(from);
      expect(stations).toContain(to);
      if (rewritten !== null)
        expect(Object.values(rewritten).sort()).toEqual([addresses.service, addresses.backend].sort());
      expect(text).not.toMatch(/undefined|null/);
    }
    // A call is noted where it was made: what is translated on the way out is named again on the way back.
    const rewrites = steps
      .filter(({ rewrites }) => rewrites !== null)
      .map(({ rewritten }) => rewritten?.after);
    if (outcome === 'answered') {
      expect(rewrites[0]).toBe(addresses.backend);
      expect(rewrites.at(-1)).toBe(addresses.service);
    } else {
      expect(rewrites).toEqual([]);
      expect(steps.at(-1)?.isEnd).toBe(true);
    }
  });

  it('closes with the release hook since v1.18 only', () => {
    const hooks = (minor: number) =>
      socketRun({ ...defaultSocketParameters, minor }).steps.map(({ hook }) => hook);
    expect(hooks(18)).toContain('cgroup/sock_release');
    expect(hooks(17)).not.toContain('cgroup/sock_release');
  });

  it('has no rest where one packet is all', () => {
    expect(socketRun({ ...defaultSocketParameters, packets: 1 }).steps.some(({ isRest }) => isRest)).toBe(
      false,
    );
  });
});

describe('the walk of the datapath’s model', () => {
  const clients: Record<string, PathClient> = {
    pod: { kind: 'pod', node: 'n1', name: 'pod', ip: '10.0.1.9', port: 40000 },
    host: { kind: 'node', node: 'n1', port: 40000 },
    outside: { kind: 'outside', ip: '198.51.100.7', port: 40000, entryNode: 'n1' },
  };
  const walked = cases.filter(({ caller, udpSocket }) => caller in clients && udpSocket === 'unconnected');

  it.each(walked)('agrees: $caller, $coverage, $protocol', (parameters) => {
    const { caller, coverage, protocol } = parameters;
    const run = socketRun(parameters);
    // Without replacement node ports are not Cilium's, which the walk is not asked about.
    if (caller === 'outside' && coverage === 'off') return expect(run.outcome).toBe('left-to-kube-proxy');
    const { hops, failure } = walkPacket(
      questionFixture({
        protocol,
        client: clients[caller],
        settings: { ...defaultDatapathSettings({ major: 1, minor: 21, patch: 0 }), socketLB: coverage },
        row: { type: caller === 'outside' ? 'NodePort' : 'ClusterIP' },
      }),
    );
    expect(failure?.kind ?? 'answered').toBe(
      run.outcome === 'left-to-kube-proxy' ? 'left-to-kube-proxy' : 'answered',
    );
    const changing = hops.find(
      ({ lane, before, after }) =>
        lane === 'request' &&
        formatSocketAddress(before.destination) !== formatSocketAddress(after.destination),
    );
    const places = {
      'cgroup/connect': 'socket',
      'cgroup/sendmsg': 'socket',
      'tc at the pod’s device': 'pod-device',
      'tc ingress of the device': 'node-device',
    } as Record<string, string>;
    expect(changing === undefined ? 'kube-proxy' : places[changing.hook]).toBe(run.place);
    const forward = run.steps.find(({ rewrites }) => rewrites !== null);
    if (changing?.hook.startsWith('cgroup') === true) expect(forward?.hook).toBe(`${changing.hook}4`);
    expect(forward?.map ?? null).toBe(changing?.map ?? null);
    return undefined;
  });
});
