import { expect, test } from 'vitest';
import type { ServiceType } from '@/lib/cilium/frontend';
import { address, index, service } from '../snapshot.fixture';
import { serviceOfFrontend } from './service-of-frontend';

const names = index({
  services: [
    service('web', {
      clusterIPs: ['10.96.0.10', 'fd00::10'],
      externalIPs: ['198.51.100.1'],
      loadBalancerIPs: ['203.0.113.1'],
      ports: [
        { name: 'http', port: 80, protocol: 'TCP', nodePort: 30080, targetPort: null },
        { name: 'admin', port: 81, protocol: 'TCP', nodePort: null, targetPort: null },
      ],
    }),
    service('dns', {
      clusterIPs: ['10.96.0.53'],
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP', nodePort: 30053, targetPort: null },
        { name: 'dns-tcp', port: 53, protocol: 'TCP', nodePort: 30054, targetPort: null },
      ],
    }),
  ],
});

const nameOf = (where: string, type: ServiceType | null) => {
  const match = serviceOfFrontend(names, { ...address(where), type });
  return match && `${match.service.name}:${match.port.name}`;
};

test.each<[string, ServiceType | null, string | null]>([
  ['10.96.0.10:80/TCP', 'ClusterIP', 'web:http'],
  ['10.96.0.10:81/TCP', 'ClusterIP', 'web:admin'],
  ['[fd00::10]:80/TCP', 'ClusterIP', 'web:http'],
  ['198.51.100.1:80/TCP', 'ExternalIPs', 'web:http'],
  ['203.0.113.1:80/TCP', 'LoadBalancer', 'web:http'],
  ['0.0.0.0:30080/TCP', 'NodePort', 'web:http'],
  ['192.0.2.7:30080/TCP', 'NodePort', 'web:http'],
  ['10.96.0.53:53/UDP', 'ClusterIP', 'dns:dns'],
  ['10.96.0.53:53/TCP', 'ClusterIP', 'dns:dns-tcp'],
])('%s (%s) is %s', (where, type, name) => {
  expect(nameOf(where, type)).toBe(name);
});

test.each<[string, ServiceType | null]>([
  ['10.96.0.99:80/TCP', 'ClusterIP'],
  ['10.96.0.10:82/TCP', 'ClusterIP'],
  ['10.96.0.10:80/UDP', 'ClusterIP'],
  ['0.0.0.0:30080/UDP', 'NodePort'],
  ['0.0.0.0:30080/TCP', 'LoadBalancer'],
  ['0.0.0.0:30080/TCP', 'HostPort'],
  ['10.96.0.10@2:80/TCP', 'ClusterIP'],
])('%s (%s) is nobody’s', (where, type) => {
  expect(nameOf(where, type)).toBeNull();
});

test('a row without protocol (v1.16 and older) is the TCP port, or the only one there is', () => {
  expect(nameOf('10.96.0.53:53', 'ClusterIP')).toBe('dns:dns-tcp');
  expect(nameOf('0.0.0.0:30053', 'NodePort')).toBe('dns:dns');
});

test('a table without types (v1.5) finds node ports too', () => {
  expect(nameOf('0.0.0.0:30080', null)).toBe('web:http');
});
