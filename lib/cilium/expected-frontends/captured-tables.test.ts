import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Release } from '../agent-version';
import type { Frontend } from '../frontend';
import type { L3n4Addr } from '../l3n4-addr';
import { formatL3n4Addr } from '../l3n4-addr';
import { parseServiceList } from '../parse-service-list';
import { parseStatus } from '../parse-status';
import { endpoint, endpointSlice, node, service, settings } from './cluster.fixture';
import { NoSuchClusterError, clusterOfTable } from './cluster-of-table.fixture';
import { expectedFrontends } from './expected-frontends';
import type { ServiceInput } from './load-balancing-input';
import { nodePortAddressesOf, settingsOfStatus } from './settings-of-status';

const shared = join(import.meta.dirname, '../../../../shared');

type Capture = { file: string; kind: string; version: string; complete: boolean; authenticity: string };

/**
 * The captures that hold a whole table of a cluster, and the release that printed it: Services, pods, policies and the
 * node's addresses follow from its rows, and the table from those. What a layout leaves open is set so that it fits.
 */
const judged: Readonly<Record<string, Release>> = {
  '021-service-list-v1.13.4-eks-hostport-two-nodes.txt': { major: 1, minor: 13, patch: 4 },
  '032-service-list-v1.18.0-nodeport-wildcard-only.txt': { major: 1, minor: 18, patch: 0 },
  '055-service-list-wildcard-nodeports-lb.txt': { major: 1, minor: 18, patch: 2 },
  '056-service-list-kind-ingress-no-backends.txt': { major: 1, minor: 18, patch: 2 },
  '064-service-list-v1.14-eks-sveltos-two-devices.txt': { major: 1, minor: 14, patch: 0 },
  '095-service-list-v1.18.0-sysdump-worker.txt': { major: 1, minor: 18, patch: 0 },
  '096-service-list-v1.18.0-sysdump-master.txt': { major: 1, minor: 18, patch: 0 },
  '106-service-list-four-interface-nodeports.txt': { major: 1, minor: 15, patch: 0 },
  '107-service-list-minikube-l2-lb-padded.txt': { major: 1, minor: 18, patch: 2 },
  '108-service-list-kind-instavote.txt': { major: 1, minor: 17, patch: 0 },
  '113-service-list-maintenance-kube-dns.txt': { major: 1, minor: 18, patch: 6 },
  '121-service-list-lrp-address-matcher-full.txt': { major: 1, minor: 10, patch: 0 },
  '165-service-list-json-v1.18.0-sysdump-worker.txt': { major: 1, minor: 18, patch: 0 },
};

/** Whole tables that cannot be judged, each with the reason; excerpts and edited ones cannot anyway. */
const unjudged: Readonly<Record<string, string>> = {
  '013-service-list-gateway-docs-empty.txt': 'a table without rows says nothing of its cluster',
  '014-service-list-gateway-docs-dualstack-externalips.txt': 'written by hand: no Service, no cluster',
  '015-service-list-gateway-docs-maintenance.txt': 'written by hand: no Service, no cluster',
  '016-service-list-gateway-docs-no-state.txt': 'written by hand: no Service, no cluster',
  '076-service-list-v1.9-hostport-two-devices.txt': 'older than v1.10',
  '078-service-list-v1.7-frontends-without-backend.txt': 'older than v1.10',
  '081-service-list-v1.7-router-ip-nodeport.txt': 'older than v1.10',
  '099-service-list-json-v1.10.3-service-get-with-notice.txt': 'one row asked for by its ID',
  '100-service-list-json-v1.5-service-get-empty-ip.txt': 'older than v1.10',
  '101-service-list-v1.5-no-type-column.txt': 'older than v1.10',
  '104-service-list-v1.9.18-minikube-padded.txt': 'older than v1.10',
  '110-service-list-korean-nodeport-gap-ids.txt': 'cut: the cluster IP of its last Service lacks a backend',
  '111-service-list-clustermesh-preferred-full-west.txt':
    'ClusterMesh: which backends are remote is not in the table',
  '127-service-list-nat46-v4-frontend-v6-backends.txt': 'written by hand: no Service has NAT46 rows',
  '128-service-list-nat64-v6-frontend-v4-backends.txt': 'written by hand: no Service has NAT64 rows',
  '167-service-list-clustermesh-preferred-full-east.txt':
    'ClusterMesh: which backends are remote is not in the table',
};

type Row = L3n4Addr & { type: string | null; backends: readonly (L3n4Addr & { state: string | null })[] };

function structureOf(rows: readonly Row[], { minor }: Release): string[] {
  return rows
    .map((row) => {
      // Up to v1.11 no state is printed.
      const backends = row.backends.map(
        (backend) => `${formatL3n4Addr(backend)}${minor < 12 ? '' : ` (${backend.state})`}`,
      );
      return [formatL3n4Addr(row), row.type, ...backends.sort()].join(' ');
    })
    .sort();
}

function expectedOf(frontends: readonly Frontend[], version: Release): string[] {
  const { nodeAddresses, ...objects } = clusterOfTable(frontends);
  const rows = expectedFrontends({
    ...objects,
    version,
    settings: { ...settings, ipv6: true, clusterMesh: false },
    node: { ...node, nodePortAddresses: nodeAddresses, addresses: nodeAddresses },
  });
  expect(rows.filter(({ doubt }) => doubt !== null)).toEqual([]);
  return structureOf(rows, version);
}

if (!existsSync(shared)) {
  it.skip('reads ../shared/captures and ../shared/vectors (absent here)', () => {});
} else {
  const read = (...path: string[]): string => readFileSync(join(shared, ...path), 'utf8');
  const tableOf = (file: string): Frontend[] => parseServiceList(read('captures', file)).frontends;
  const captures = JSON.parse(read('captures/index.json')) as Capture[];
  const lists = captures.filter(({ kind }) => kind.startsWith('service-list'));
  const whole = lists.filter(({ complete, authenticity }) => complete && authenticity !== 'edited');

  describe('the captured tables', () => {
    it('are all judged, or listed with a reason', () => {
      const files = whole.map(({ file }) => file).sort();
      expect([...Object.keys(judged), ...Object.keys(unjudged)].sort()).toEqual(files);
    });
    it.each(Object.entries(judged))('%s is the table of its cluster', (file, version) => {
      const frontends = tableOf(file);
      expect(frontends.length).toBeGreaterThan(0);
      expect(expectedOf(frontends, version)).toEqual(structureOf(frontends, version));
    });
    it.each(Object.keys(unjudged).filter((file) => unjudged[file]?.startsWith('written by hand')))(
      '%s is of no cluster',
      (file) => {
        expect(() => clusterOfTable(tableOf(file))).toThrow(NoSuchClusterError);
      },
    );
    it('tells a row that is missing or too much', () => {
      const file = '064-service-list-v1.14-eks-sveltos-two-devices.txt';
      const frontends = tableOf(file);
      const version = judged[file] ?? { major: 1, minor: 14, patch: 0 };
      const nodePort = frontends.findIndex(({ ip, type }) => type === 'NodePort' && ip !== '0.0.0.0');
      const cut = frontends.toSpliced(nodePort, 1);
      const wildcard = frontends.find(({ ip, type }) => type === 'NodePort' && ip === '0.0.0.0');
      // Another node port tells both addresses of the node.
      const second = frontends
        .filter(({ type }) => type === 'NodePort')
        .map((row) => ({ ...row, port: 30001, backends: frontends[1]?.backends ?? [] }));
      expect(wildcard).toBeDefined();
      expect(expectedOf([...cut, ...second], version)).not.toEqual(structureOf([...cut, ...second], version));
      const newer = { ...version, minor: 18 };
      expect(expectedOf(frontends, newer)).not.toEqual(structureOf(frontends, newer));
    });
  });

  describe('two nodes of one cluster of v1.18.0, from a sysdump', () => {
    const version = { major: 1, minor: 18, patch: 0 };
    const worker = tableOf('165-service-list-json-v1.18.0-sysdump-worker.txt');
    const master = tableOf('096-service-list-v1.18.0-sysdump-master.txt');
    const status = parseStatus(read('captures/093-status-verbose-v1.18.0-sysdump-master.txt'));
    const ofStatus = { ...settingsOfStatus(status, version), protocolDifferentiation: true };

    const services = new Map<string, ServiceInput>();
    const endpointSlices = worker.flatMap((row) => {
      const { flags } = row;
      const name = flags?.name ?? '';
      const ports = [
        { name: `${row.port}-${row.protocol}`, port: row.port, protocol: row.protocol ?? 'TCP', nodePort: 0 },
      ];
      const known = services.get(name);
      const policy = flags?.intTrafficPolicy === 'Local' ? 'Local' : 'Cluster';
      services.set(
        name,
        service({
          name,
          clusterIPs: [row.ip],
          internalTrafficPolicy: policy,
          ports: [...(known?.ports ?? []), ...ports],
        }),
      );
      // What the worker leaves out of a local row stands in the master's.
      const elsewhere =
        policy === 'Local'
          ? (master.find(({ ip, port }) => ip === row.ip && port === row.port)?.backends ?? []).map(
              (backend) => endpoint(backend.ip, 'k8s-master-n1'),
            )
          : [];
      const own = row.backends.map((backend) => endpoint(backend.ip, backend.nodeName ?? null));
      return [
        endpointSlice({
          name: `${name}-${row.port}-${row.protocol}`,
          serviceName: name,
          ports: ports.map((port) => ({ ...port, port: row.backends[0]?.port ?? 0 })),
          endpoints: [...own, ...elsewhere],
        }),
      ];
    });

    it.each([
      ['k8s-worker-n1', worker],
      ['k8s-master-n1', master],
    ])('gives %s its own table, the local rows too', (name, table) => {
      const addresses = nodePortAddressesOf(status, ofStatus) ?? [];
      const rows = expectedFrontends({
        version,
        settings: ofStatus,
        services: [...services.values()],
        endpointSlices,
        pods: [],
        redirectPolicies: null,
        node: { ...node, name, nodePortAddresses: addresses, addresses },
      });
      expect(structureOf(rows, version)).toEqual(structureOf(table, version));
      expect(rows.filter(({ doubt }) => doubt !== null)).toEqual([]);
    });
    it('has one Service whose rows differ from node to node', () => {
      expect(
        [...services.values()].filter(({ internalTrafficPolicy }) => internalTrafficPolicy === 'Local'),
      ).toHaveLength(1);
      expect(structureOf(worker, version)).not.toEqual(structureOf(master, version));
    });
  });

  describe('the tables of Cilium’s own printers', () => {
    const vectors = JSON.parse(read('vectors/services/index.json')) as { n: string; name: string }[];
    const vectorOf = (name: string): Frontend[] => {
      const found = vectors.find((vector) => vector.name === name);
      return parseServiceList(read('vectors/services', `${found?.n ?? name}.json`)).frontends;
    };
    // All others are rows that were made up to show a layout: they have no cluster behind them.
    it('are judged where they show a cluster', () => {
      const frontends = vectorOf('realistic kind cluster');
      const version = { major: 1, minor: 17, patch: 0 };
      expect(frontends.length).toBeGreaterThan(5);
      expect(expectedOf(frontends, version)).toEqual(structureOf(frontends, version));
    });
    it('are of no cluster where they show a layout', () => {
      for (const name of ['one LoadBalancer', 'all four states', 'NAT46: IPv4 frontend, IPv6 backends']) {
        expect(() => clusterOfTable(vectorOf(name))).toThrow(NoSuchClusterError);
      }
    });
  });
}
