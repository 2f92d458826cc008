import type { Release } from '@/lib/cilium/agent-version';
import { atLeast, parseAgentVersion } from '@/lib/cilium/agent-version';
import { featuresOf } from '@/lib/cilium/fields/features';
import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import { backendHashString } from '@/lib/cilium/maglev/backend-hash-string';
import { buildMaglevTable } from '@/lib/cilium/maglev/build-maglev-table';
import { maglevSlotCounts } from '@/lib/cilium/maglev/maglev-shares';
import { defaultMaglevSeed, parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { defaultMaglevTableSize } from '@/lib/cilium/maglev/table-size';
import { usesMaglev } from '@/lib/cilium/maglev/uses-maglev';
import type { AgentView } from '../agent-view';
import type { ApiBackendView, BackendView, FrontendView } from '../frontend-view';

/** What Maglev gives each backend of a row on one node: shares of 0 to 1 by `ip:port`, and the size of the table. */
export type MaglevShares = { tableSize: number; shareOf: Map<string, number> };

const lbAlgorithm = 'service.cilium.io/lb-algorithm';

/** Gives the key of a backend among shares. */
export function shareKey({ ip, port }: { ip: string; port: number }): string {
  return `${ip}|${port}`;
}

/**
 * Gives the Maglev shares of a frontend's backends on a node; null where its clients' backends are not chosen by Maglev.
 * The wildcard of a node port stands for the nodes' own addresses, which clients outside send to.
 * The seed is not reported: another one moves slots about and changes a share by a slot or so.
 * @param weights what the API says of weights, which agents heed since v1.20; null where it could not be asked.
 */
export function maglevSharesOf(
  frontend: Pick<FrontendView, 'type' | 'ip' | 'scope' | 'backends'>,
  agent: Pick<AgentView, 'node' | 'nodeIPs' | 'status' | 'version'>,
  annotations: Readonly<Record<string, string>>,
  weights: readonly ApiBackendView[] | null,
): MaglevShares | null {
  const version = parseAgentVersion(agent.version ?? '');
  if (agent.status === null || version === null) return null;
  const { nodePort, annotations: heeded } = featuresOf(agent.status);
  const asked = heeded?.includes(lbAlgorithm) === true ? annotations[lbAlgorithm] : undefined;
  const isWildcard = isUnspecifiedIP(frontend.ip);
  const isChosen = usesMaglev(isWildcard ? { ...frontend, ip: agent.nodeIPs[0] ?? '' } : frontend, {
    algorithm: nodePort?.algorithm?.toLowerCase() === 'maglev' ? 'maglev' : 'random',
    annotation: asked === 'maglev' || asked === 'random' ? asked : null,
    externalClusterIP: false,
  });
  if (!isChosen) return null;
  const backends = inTable(frontend.backends, agent.node);
  const tableSize = nodePort?.lutSize ?? defaultMaglevTableSize;
  const members = backends.map((backend) => ({
    hashString: backendHashString({ ...backend, scope: 'external' }, version),
    weight: weightOf(backend, weights, version),
  }));
  const table = buildMaglevTable(members, tableSize, parseMaglevSeed(defaultMaglevSeed).murmur);
  const slots = maglevSlotCounts(table, members.length);
  return {
    tableSize,
    shareOf: new Map(
      backends.map((backend, index) => [shareKey(backend), (slots[index] ?? 0) / (table.length || 1)]),
    ),
  };
}

/** The table is built of active backends, or where there are none of terminating ones. */
function inTable(backends: readonly BackendView[], node: string): BackendView[] {
  const own = backends.filter(({ nodes }) => nodes.includes(node));
  const active = own.filter(({ state }) => state === null || state === 'active');
  return active.length > 0 ? active : own.filter(({ state }) => state === 'terminating');
}

function weightOf(
  { ip, port }: BackendView,
  weights: readonly ApiBackendView[] | null,
  version: Release,
): number {
  if (!atLeast(version, 20)) return 100;
  return weights?.find((backend) => backend.ip === ip && backend.port === port)?.weight ?? 100;
}
