import { describe, expect, it } from 'vitest';
import { readDetailsBlock } from './details-block';

const v113 = `Hubble: Ok
KubeProxyReplacement Details:
  Status:                 Strict
  Socket LB Coverage:     Full
  Mode:                   DSR
    DSR Dispatch Mode:    IP Option/Extension
  NAT46/64 Support:
  - Services:         Enabled
  - Gateway:          Enabled
    Prefixes:         64:ff9b::/96
  XDP Acceleration:   Disabled
  Flux Capacitor:     Enabled
  Services:
  - ClusterIP:      Enabled
  - NodePort:       Enabled (Range: 30000-32767) 
  Annotations:
  - service.cilium.io/node
  - service.cilium.io/flux
BPF Maps:   dynamic sizing: on (ratio: 0.002500)
  Name                          Size
`;

describe('the details block', () => {
  it('knows each line by its label and its place, and keeps its bytes', () => {
    const block = readDetailsBlock(v113) ?? [];
    expect(block.map(({ line, kind, field }) => [line, kind, field])).toEqual([
      [2, 'head', null],
      [3, 'field', 'status'],
      [4, 'field', 'socket-lb-coverage'],
      [5, 'field', 'mode'],
      [6, 'field', 'dsr-dispatch-mode'],
      [7, 'field', 'nat46x64'],
      [8, 'field', 'nat46x64-services'],
      [9, 'field', 'nat46x64-gateway'],
      [10, 'field', 'nat46x64-prefixes'],
      [11, 'field', 'xdp-acceleration'],
      [12, 'unknown', null],
      [13, 'field', 'services'],
      [14, 'field', 'cluster-ip'],
      [15, 'field', 'node-port'],
      [16, 'field', 'annotations'],
      [17, 'field', 'annotation-node'],
      [18, 'unknown', null],
    ]);
    const bytes = block.map(({ label, value }) => label + value).join('\n');
    expect(v113).toContain(bytes);
  });

  it('is null where the output has none', () => {
    expect(readDetailsBlock('KVStore: Ok\nKubeProxyReplacement:   True   [eth0 192.0.2.1]\n')).toBeNull();
    expect(readDetailsBlock('')).toBeNull();
  });

  it('never throws and stays linear on hostile text', () => {
    const hostile = `KubeProxyReplacement Details:\n${'  - : :\n'.repeat(200_000)}`;
    const startedMs = performance.now();
    expect(readDetailsBlock(hostile)?.length).toBe(200_001);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
