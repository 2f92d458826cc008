import { expectedBackends } from '@/lib/snapshot/merge/expected-backends';
import { isIPv6 } from '@/lib/cilium/ip-address';
import type {
  ApiBackendView,
  FrontendDetail,
  FrontendLinesView,
  FrontendView,
  ServiceManifestView,
} from '@/lib/snapshot/frontend-view';
import type { NameIndex, ServiceMatch } from '@/lib/snapshot/names/name-index';
import { serviceOfFrontend } from '@/lib/snapshot/names/service-of-frontend';
import type { AgentRecord } from './agent-record';
import type { TableStore } from './table-store';

/** What an agent prints is not ours: a row of ten thousand backends, or a line of megabytes, is cut. */
const linesMax = 1_000;
const lineMaxChars = 1_000;

/** Gives everything of one frontend: its Service's fields and policies, what the API lists behind it, and each node's own lines. */
export function toFrontendDetail(
  frontend: FrontendView,
  names: NameIndex,
  tables: TableStore,
  recordOf: (node: string) => AgentRecord | undefined,
): FrontendDetail {
  const match = serviceOfFrontend(names, frontend);
  return {
    frontend,
    manifest: match === null ? null : manifestOf(match),
    policies: match === null ? null : policiesOf(match),
    apiBackends: match === null ? null : ofItsFamily(frontend, expectedBackends(names, match)),
    perNode: frontend.nodes.flatMap((node) => {
      const record = recordOf(node);
      return record === undefined ? [] : linesOf(record, frontend.key, tables);
    }),
  };
}

/** A dual-stack Service has slices of both families; a row has backends of its own, unless NAT46/64 mixes them. */
function ofItsFamily(
  { ip, backends }: FrontendView,
  listed: ApiBackendView[] | null,
): ApiBackendView[] | null {
  const families = new Set([ip, ...backends.map((backend) => backend.ip)].map(isIPv6));
  return listed?.filter((backend) => families.has(isIPv6(backend.ip))) ?? null;
}

function manifestOf({ service, port }: ServiceMatch): ServiceManifestView {
  return {
    type: service.type,
    clusterIPs: service.clusterIPs,
    externalIPs: service.externalIPs,
    loadBalancerIPs: service.loadBalancerIPs,
    loadBalancerClass: service.loadBalancerClass,
    port,
    hasSelector: service.hasSelector,
    publishNotReadyAddresses: service.publishNotReadyAddresses,
    healthCheckNodePort: service.healthCheckNodePort,
    trafficDistribution: service.trafficDistribution,
  };
}

function policiesOf({ service }: ServiceMatch): NonNullable<FrontendDetail['policies']> {
  return {
    externalTrafficPolicy: service.externalTrafficPolicy,
    internalTrafficPolicy: service.internalTrafficPolicy,
    sessionAffinity: service.sessionAffinity,
    sessionAffinityTimeoutSeconds: service.sessionAffinityTimeoutSeconds,
    sourceRanges: service.sourceRanges,
    annotations: service.annotations,
  };
}

function linesOf(record: AgentRecord, key: string, tables: TableStore): FrontendLinesView[] {
  const at = tables.printedAt(record.node, key);
  const answer = record.answers['service-list'];
  if (at === null || record.table === null || answer.answeredTimestamp === null) return [];
  return [
    {
      node: record.node,
      pod: record.pod.name,
      id: at.id,
      answeredTimestamp: answer.answeredTimestamp,
      stale: answer.stale,
      line: at.line,
      lines: record.table
        .lines(at.line, Math.min(at.lineCount, linesMax))
        .map((line) => line.slice(0, lineMaxChars)),
    },
  ];
}
