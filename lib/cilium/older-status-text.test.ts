import { describe, expect, test } from 'vitest';
import { parseStatus } from './parse-status';
import { cutOffReason } from './unparsed-lines';

describe('older and odd text', () => {
  test('the short line of v1.7 and v1.8 names features', () => {
    const read = (line: string): unknown =>
      parseStatus(`KubeProxyReplacement:   ${line}\n`).kubeProxyReplacement;
    expect(
      read(
        'Partial   [eth0 (DR)]   [NodePort (SNAT, 30000-32767, XDP: NATIVE), HostPort, HostReachableServices (TCP, UDP)]',
      ),
    ).toEqual({
      mode: 'Partial',
      deviceList: [{ name: 'eth0', ip: [] }],
      directRoutingDevice: 'eth0',
      features: {
        nodePort: { enabled: true, mode: 'SNAT', portMin: 30000, portMax: 32767, acceleration: 'Native' },
        hostPort: { enabled: true },
        hostReachableServices: { enabled: true, protocols: ['TCP', 'UDP'] },
      },
    });
    expect(read('Strict   [NodePort, ExternalIPs, HostReachableServicesTCP]')).toMatchObject({
      features: { hostReachableServices: { enabled: true, protocols: ['TCP'] } },
    });
    expect(read('Probe   []')).toEqual({ mode: 'Probe', deviceList: [], features: {} });
  });

  test('single lines of the details are understood without their heading', () => {
    const { kubeProxyReplacement, unparsed } = parseStatus(
      '  Backend Selection:      Maglev (Table Size: 16381)\n  - HostPort:       Enabled\n',
    );
    expect(unparsed).toEqual([]);
    expect(kubeProxyReplacement?.features).toEqual({
      nodePort: { enabled: true, algorithm: 'Maglev', lutSize: 16381 },
      hostPort: { enabled: true },
    });
  });

  test('an empty list of annotations is none, a missing one not reported', () => {
    const features = (text: string): unknown => parseStatus(text).kubeProxyReplacement?.features.annotations;
    expect(features('KubeProxyReplacement Details:\n  Annotations:      (n/a)\n')).toEqual([]);
    expect(features('KubeProxyReplacement Details:\n  Socket LB:      Enabled\n')).toBeUndefined();
  });

  test.each([
    'KubeProxyReplacement:   Maybe',
    'Attach Mode:   XDP',
    'Controller Status:   many healthy',
    'Unheard of:   Enabled',
    '  Socket LB:   Enabled   ← look here',
    '# a comment',
    'BPF Maps:   dynamic sizing: perhaps',
  ])('"%s" is told of, not guessed at', (line) => {
    const { unparsed, ...status } = parseStatus(`${line}\n`);
    expect(unparsed).toEqual([expect.objectContaining({ line: 1, text: line })]);
    expect(status).toEqual({ sections: {}, lines: {} });
  });

  test('dots for more than ten unreachable nodes are the client’s own, also in one line with what follows', () => {
    const head = 'Cluster health:   1/14 reachable   (2026-03-01T12:00:00Z)\n';
    const row = '  node-1          192.0.2.1      unreachable   unreachable\n';
    const until16 = `${head}  Name            IP             Node          Endpoints\n${row}  ...Modules Health:   Stopped(0) Degraded(2) OK(9)\n`;
    const since17 = `${head}Name              IP             Node          Endpoints\n${row}  ...\nModules Health:   Stopped(0) Degraded(2) OK(9)\n`;
    for (const text of [until16, since17]) {
      const status = parseStatus(text);
      expect(status.unparsed).toEqual([]);
      expect(status.clusterHealth).toMatchObject({ reachable: 1, total: 14, nodes: [{ name: 'node-1' }] });
      expect(status.modulesHealth).toMatchObject({ stopped: 0, degraded: 2, ok: 9 });
    }
  });

  test('a last line that stops in the middle is told of as cut off', () => {
    expect(parseStatus('Cilium:   Ok   1.18.0 (v1.18.0-1)\nKubeProxyReplacement:   Tr').unparsed).toEqual([
      { line: 2, text: 'KubeProxyReplacement:   Tr', reason: cutOffReason },
    ]);
  });
});
