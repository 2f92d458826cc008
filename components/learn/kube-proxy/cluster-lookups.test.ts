import { describe, expect, it } from 'vitest';
import { agentView, backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { liveLookups } from './cluster-lookups';

const service = { namespace: 'shop', name: 'web', portName: 'http' };
const backends = [backendView('10.0.1.9:8443/TCP terminating'), backendView('10.0.1.7:8443/TCP')];
const clusterIP = frontendView('10.96.0.20:443/TCP', { service, backends });

describe('the Services of a cluster, for a walk', () => {
  it('have the name kube-proxy gives them, an endpoint that takes connections, and a node port', () => {
    const found = liveLookups(
      [
        clusterIP,
        frontendView('192.0.2.31:30443/TCP', { type: 'NodePort', service, backends }),
        frontendView('10.96.0.9:53/UDP', { service: { ...service, name: 'idle' }, backends: [] }),
      ],
      [],
    );
    expect(found).toEqual([
      {
        name: 'shop/web:http',
        parameters: {
          ...{ services: 3, backends: 2, draw: 1 },
          ends: {
            ...{ name: 'shop/web:http', protocol: 'TCP' },
            service: { ip: '10.96.0.20', port: 443 },
            backend: { ip: '10.0.1.7', port: 8443 },
            nodePort: { ip: '192.0.2.31', port: 30443 },
          },
        },
      },
    ]);
  });

  it('take a node’s address where agents list node ports at the wildcard alone', () => {
    const wildcard = frontendView('0.0.0.0:30443/TCP', { type: 'NodePort', service, backends });
    const nodePort = (agents: Parameters<typeof liveLookups>[1]) =>
      liveLookups([clusterIP, wildcard], agents)[0]?.parameters.ends?.nodePort;
    expect(nodePort([agentView('a', { nodeIPs: ['fd00::1', '192.0.2.31'] })])).toEqual({
      ip: '192.0.2.31',
      port: 30443,
    });
    expect(nodePort([])).toBeNull();
  });

  it('are none that a link could not hold, and none of another cluster', () => {
    const odd = { ...service, name: 'web"; rm' };
    expect(liveLookups([frontendView('10.96.0.20:443/TCP', { service: odd, backends })], [])).toEqual([]);
    expect(liveLookups([{ ...clusterIP, remote: true }], [])).toEqual([]);
    expect(liveLookups([], [])).toEqual([]);
  });
});
