import { describe, expect, test } from 'vitest';
import { parseStatus } from './parse-status';
import { cutOffReason } from './unparsed-lines';

describe('JSON', () => {
  const json = (kpr: object, cilium = { state: 'Ok', msg: '1.18.2 (v1.18.2-5bd307a8)' }): string =>
    JSON.stringify({ cilium, 'kube-proxy-replacement': kpr }, null, 2);

  test('missing booleans are false, missing features not reported, empty IPs no addresses', () => {
    const text = `Using config file: x\n${json({
      mode: 'True',
      deviceList: [{ ip: ['', '', '10.0.0.4', 'fe80::1'], name: 'eth0' }],
      directRoutingDevice: 'eth0',
      features: {
        annotations: null,
        nodePort: {},
        socketLB: { enabled: true },
        nat46X64: {},
        externalIPs: {},
      },
    })}\n\n`;
    const { kubeProxyReplacement, unparsed, lines } = parseStatus(text);
    expect(unparsed).toEqual([]);
    expect(kubeProxyReplacement).toEqual({
      mode: 'True',
      deviceList: [{ name: 'eth0', ip: ['10.0.0.4', 'fe80::1'] }],
      directRoutingDevice: 'eth0',
      features: {
        annotations: [],
        nodePort: { enabled: false },
        socketLB: { enabled: true },
        nat46X64: { enabled: false },
        externalIPs: { enabled: false },
        bpfSocketLBHostnsOnly: false,
      },
    });
    expect(text.split('\n')[(lines['kubeProxyReplacement.features.socketLB.enabled'] ?? 0) - 1]).toContain(
      '"enabled": true',
    );
    expect(text.split('\n')[(lines['kubeProxyReplacement.mode'] ?? 0) - 1]).toContain('"mode"');
  });

  test('socket LB coverage is full where the version reports only the other', () => {
    const coverage = (version: string): unknown =>
      parseStatus(json({ mode: 'True', features: {} }, { state: 'Ok', msg: `${version} (v${version}-1)` }))
        .kubeProxyReplacement?.features.bpfSocketLBHostnsOnly;
    expect(['1.12.8', '1.12.9', '1.13.1', '1.13.2', '1.14.0'].map(coverage)).toEqual([
      undefined,
      false,
      undefined,
      false,
      false,
    ]);
  });

  test('that stops in the middle gives what is whole, and says so', () => {
    const text = json({ mode: 'True', features: { nodePort: { enabled: true, mode: 'Hybrid' } } });
    for (let length = 1; length < text.length; length += 1) {
      const { kubeProxyReplacement, cilium, unparsed } = parseStatus(text.slice(0, length));
      expect(unparsed.at(-1)?.reason).toBe(cutOffReason);
      expect(['True', '', undefined]).toContain(kubeProxyReplacement?.mode);
      expect(['Hybrid', undefined]).toContain(kubeProxyReplacement?.features.nodePort?.mode);
      expect(['1.18.2 (v1.18.2-5bd307a8)', undefined]).toContain(cilium?.msg);
    }
  });

  test('of another shape is told of: keys no version has, features too, and what is no status', () => {
    const told = (text: string): string[] =>
      parseStatus(text).unparsed.map(({ text: key, reason }) => `${key}: ${reason}`);
    expect(told(json({ mode: 'Sometimes', features: { teleport: {} } }))).toEqual([
      'Sometimes: a mode no known version has',
      'teleport: a feature no known version reports',
    ]);
    expect(told('{"weather":{}}')).toEqual(['weather: a part of the status no known version reports']);
    expect(told('[]')).toEqual(['[]: JSON, but no status of an agent']);
    expect(parseStatus('{"cilium":{"state":"Ok"}} trailing').unparsed.at(-1)?.reason).toBe(
      'the JSON is broken here or before',
    );
  });
});
