import { describe, expect, it } from 'vitest';
import { node, service } from './cluster.fixture';
import { expectedTable } from './expected-table';
import { cluster, printed, release } from './table-of-cluster.fixture';

describe('a load balancer IP', () => {
  const balanced = (ip: string, ipMode: 'VIP' | 'Proxy', minor: number, port = 80): string[] => {
    const ports = [{ name: 'http', port, protocol: 'TCP' as const, nodePort: 30080 }];
    const input = cluster({
      version: release(minor),
      services: [service({ type: 'LoadBalancer', ingress: [{ ip, ipMode }], ports })],
    });
    const table = expectedTable(input);
    return printed([...table.shared, ...table.onNode(node)].filter(({ type }) => type === 'LoadBalancer'));
  };
  it('of mode Proxy has no row since v1.16, and has one up to v1.14', () => {
    expect(balanced('203.0.113.9', 'Proxy', 16)).toEqual([]);
    expect(balanced('203.0.113.9', 'Proxy', 14)).toHaveLength(1);
    expect(balanced('203.0.113.9', 'Proxy', 15)[0]).toContain('?row: load-balancer-ip-mode');
  });
  it('that is the node’s own has no row on a port of the NodePort range', () => {
    expect(balanced('192.0.2.11', 'VIP', 21, 30090)).toEqual([]);
    expect(balanced('192.0.2.11', 'VIP', 18, 30090)[0]).toContain('?row: node-address-in-range');
    expect(balanced('192.0.2.11', 'VIP', 21, 443)).toHaveLength(1);
    expect(balanced('192.0.2.12', 'VIP', 21, 30090)).toHaveLength(1);
  });
});
