import { describe, expect, test } from 'vitest';
import { metadata } from './object-metadata.fixture';
import { toService } from './to-service';

describe('a Service', () => {
  test('with everything', () => {
    expect(
      toService({
        ...metadata('web', {
          annotations: { 'service.cilium.io/type': 'NodePort', 'kubectl.kubernetes.io/last': '{}' },
        }),
        spec: {
          type: 'LoadBalancer',
          clusterIP: '10.96.0.1',
          clusterIPs: ['10.96.0.1', 'fd00::1'],
          externalIPs: ['198.51.100.1'],
          selector: { app: 'web' },
          externalTrafficPolicy: 'Local',
          healthCheckNodePort: 31000,
          publishNotReadyAddresses: true,
          loadBalancerClass: 'io.cilium/bgp-control-plane',
          sessionAffinity: 'ClientIP',
          sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
          ports: [
            { port: 80, nodePort: 30080, targetPort: 'http' },
            { name: 'dns', port: 53, protocol: 'UDP' },
          ],
        },
        status: {
          loadBalancer: {
            ingress: [{ ip: '203.0.113.1', ipMode: 'Proxy' }, { hostname: 'lb.example' }],
          },
        },
      }),
    ).toMatchObject({
      clusterIPs: ['10.96.0.1', 'fd00::1'],
      loadBalancerIPs: ['203.0.113.1'],
      proxiedLoadBalancerIPs: ['203.0.113.1'],
      hasSelector: true,
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 31000,
      publishNotReadyAddresses: true,
      loadBalancerClass: 'io.cilium/bgp-control-plane',
      sessionAffinityTimeoutSeconds: 600,
      annotations: { 'service.cilium.io/type': 'NodePort' },
      ports: [
        { name: null, port: 80, protocol: 'TCP', nodePort: 30080, targetPort: 'http' },
        { name: 'dns', port: 53, protocol: 'UDP', nodePort: null, targetPort: null },
      ],
    });
  });

  test('has its labels as they are written, and of too many or too long ones a bounded part', () => {
    const textsOf = (labels?: Record<string, string>) => toService(metadata('web', { labels }))?.labelTexts;
    expect(textsOf()).toEqual([]);
    expect(textsOf({ 'app.kubernetes.io/part-of': 'shop', app: 'checkout', canary: '' })).toEqual([
      'app.kubernetes.io/part-of=shop',
      'app=checkout',
      'canary=',
    ]);
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`k${at}`, 'x'.repeat(5_000)]));
    const kept = textsOf(many) ?? [];
    const alike = { ['k'.repeat(200)]: 'a', ['k'.repeat(201)]: 'a' };
    expect(textsOf(alike)).toHaveLength(1);
    expect(kept).toHaveLength(24);
    expect(kept.every((text) => text.length === 160 && text.endsWith('…'))).toBe(true);
  });

  test('that is headless or an alias has no address', () => {
    expect(
      toService({ ...metadata('x'), spec: { clusterIP: 'None', clusterIPs: ['None'] } })?.clusterIPs,
    ).toEqual([]);
    expect(toService({ ...metadata('x'), spec: { type: 'ExternalName' } })).toMatchObject({
      clusterIPs: [],
      ports: [],
    });
  });
});
