import { isIP } from 'node:net';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { sortSlice } from '@/lib/cilium/service-table/sort-slice';
import { layOut } from '../go/tabwriter';
import type {
  BackendAddressModel,
  FrontendAddressModel,
  ServiceModel,
  ServiceSpecModel,
} from './service-model';

const protocolsOfOldClients = new Set(['', 'TCP', 'UDP', 'SCTP']);
const protocols = new Set(['', 'TCP', 'UDP', 'SCTP', 'ANY', 'NONE', 'ICMP', 'ICMPV6']);

/** What a client of one version prints and refuses (service_list.go and pkg/loadbalancer, v1.10 to main). */
type Dialect = {
  protocol: boolean;
  state: boolean;
  remote: boolean;
  clusterId: boolean;
  frontendProtocols: ReadonlySet<string>;
};

function dialectOf(version: CiliumVersion): Dialect {
  const withProtocol = atLeast(version, 17);
  const old = atLeast(version, 13) ? protocolsOfOldClients : new Set(['', 'TCP', 'UDP']);
  return {
    protocol: withProtocol,
    state: atLeast(version, 12),
    remote: atLeast(version, 14),
    clusterId: atLeast(version, 13),
    frontendProtocols: withProtocol ? protocols : old,
  };
}

/** The address as Go's netip prints it, in brackets for IPv6; null when it is none. */
function printHost(ip: string, dialect: Dialect): string | null {
  const at = ip.indexOf('@');
  const host = at < 0 ? ip : ip.slice(0, at);
  const family = isIP(host);
  if (family === 0 || (at >= 0 && !dialect.clusterId)) return null;
  if (family === 4) return ip;
  const canonical = /(^|:)0|[A-Z]/.test(host) ? new URL(`http://[${host}]`).hostname.slice(1, -1) : host;
  return `[${canonical}${at < 0 ? '' : ip.slice(at)}]`;
}

function printFrontend(address: FrontendAddressModel | undefined, dialect: Dialect): string | null {
  const { ip = '', port = 0, protocol = '', scope = '' } = address ?? {};
  const host = printHost(ip, dialect);
  const upper = protocol.toUpperCase();
  const known = scope === 'external' || scope === 'internal';
  if (host === null || !known || !dialect.frontendProtocols.has(upper)) return null;
  const suffix = dialect.protocol ? `/${upper === '' ? 'NONE' : upper}` : '';
  return `${host}:${port}${suffix}${scope === 'internal' ? '/i' : ''}`;
}

function printBackend(backend: BackendAddressModel, dialect: Dialect, affinity: boolean): string | null {
  const host = backend.ip === null ? null : printHost(backend.ip, dialect);
  if (host === null) return null;
  const protocol = dialect.protocol ? `/${backend.protocol ?? ''}` : '';
  const state = dialect.state ? ` (${backend.state ?? ''})` : '';
  const preferred = affinity && backend.preferred === true ? ' (preferred)' : '';
  return `${host}:${backend.port ?? 0}${protocol}${state}${preferred}`;
}

/** Prints an API model the way Go's `%+v` does in the client's complaints. */
function printFields(address: FrontendAddressModel): string {
  const { ip = '', port = 0, protocol = '', scope = '' } = address;
  return `&{IP:${ip} Port:${port} Protocol:${protocol} Scope:${scope}}`;
}

function rowsOf(spec: ServiceSpecModel, frontend: string, dialect: Dialect, affinity: boolean): string[] {
  const type = `${spec.flags?.type ?? ''}${dialect.remote && spec.flags?.cluster ? ' (Remote)' : ''}`;
  const backends: string[] = [];
  (spec['backend-addresses'] ?? []).forEach((backend, index) => {
    const printed = printBackend(backend, dialect, affinity);
    if (printed !== null) backends.push(`${index + 1} => ${printed}`);
  });
  const head = `${spec.id ?? 0}\t${frontend}\t${type}\t${backends[0] ?? ''}\t`;
  return [head, ...backends.slice(1).map((backend) => `\t\t\t${backend}\t`)];
}

/** The table and the complaints of `cilium service list`; entries that cannot be read are left out. */
export type PrintedServiceList = { stdout: string; stderr: string };

/**
 * Prints `cilium service list` of a version: sorted by ID, every cell padded, hence blanks at the end of each line.
 * `affinity` stands for `--clustermesh-affinity` (v1.12 and later).
 */
export function formatServiceList(
  services: readonly (ServiceModel | null)[],
  version: CiliumVersion,
  affinity = false,
): PrintedServiceList {
  const dialect = dialectOf(version);
  const found: { id: number; rows: string[] }[] = [];
  let stderr = '';
  for (const service of services) {
    const spec = service?.status?.realized;
    if (spec === undefined || spec === null) {
      stderr += 'error parsing svc: empty state';
      continue;
    }
    const frontend = printFrontend(spec['frontend-address'], dialect);
    if (frontend === null) {
      stderr += `error parsing frontend ${printFields(spec['frontend-address'] ?? {})}`;
      continue;
    }
    found.push({ id: spec.id ?? 0, rows: rowsOf(spec, frontend, dialect, affinity) });
  }
  // `sort.Slice` with `<=`: where IDs are equal, the order is what Go's algorithm makes of it.
  const sorted = sortSlice(found, (a, b) => a.id <= b.id);
  const lines = ['ID\tFrontend\tService Type\tBackend\t', ...sorted.flatMap(({ rows }) => rows)];
  return { stdout: layOut(`${lines.join('\n')}\n`, { minWidth: 5, padding: 3 }), stderr };
}
