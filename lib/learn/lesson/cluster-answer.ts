import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { ClusterQuestion } from './judge-schema';
import type { LiveCluster, LiveRow } from './live-cluster';

/** Gives an answer that is right on this cluster now; null where it has none. */
export function clusterAnswer(cluster: LiveCluster, question: ClusterQuestion): string | null {
  const { rows, problems, agents } = cluster;
  switch (question.ask) {
    case 'backends': {
      const ours = rows.filter(({ service }) => service === question.service);
      return joined([...new Set(ours.flatMap(({ backends }) => backends.map(({ ip }) => ip)))]);
    }
    case 'outside-address':
      return outsideAddresses(cluster)[0]?.text ?? null;
    case 'two-outside-addresses': {
      const all = outsideAddresses(cluster);
      const first = all.find(({ row, text }) =>
        all.some((other) => other.row.service === row.service && other.text !== text),
      );
      const second = all.find(({ row, text }) => row.service === first?.row.service && text !== first?.text);
      return first === undefined || second === undefined ? null : `${first.text}, ${second.text}`;
    }
    case 'kube-proxy-line': {
      const mode = agents.find(({ status }) => status?.kubeProxyReplacement !== undefined)?.status
        ?.kubeProxyReplacement?.mode;
      return mode === undefined ? null : `KubeProxyReplacement: ${mode}`;
    }
    case 'differing-node':
      return problems?.find(({ what }) => what === question.what)?.nodes[0] ?? null;
    case 'leftover-backend':
      return joined(
        (problems ?? [])
          .filter(({ kind }) => kind === 'leftover-backend')
          .flatMap(({ difference }) => /\[?[0-9a-f.:]*[.:][0-9a-f.:]+\]?:\d+/i.exec(difference)?.[0] ?? [])
          .slice(0, 1),
      );
  }
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(', ');
}

function outsideAddresses({ rows, agents }: LiveCluster): { text: string; row: LiveRow }[] {
  const exact = rows.filter(
    ({ type, scope, ip, service }) =>
      ['NodePort', 'LoadBalancer', 'ExternalIPs'].includes(type ?? '') &&
      scope === 'external' &&
      service !== null &&
      !isUnspecifiedIP(ip),
  );
  const wildcards = rows.filter(
    ({ type, ip, service }) => type === 'NodePort' && service !== null && isUnspecifiedIP(ip),
  );
  const onNodes = wildcards.flatMap((row) =>
    agents.flatMap(({ ips }) =>
      ips
        .filter((ip) => ip.includes(':') === row.ip.includes(':'))
        .map((ip) => ({ text: written(ip, row.port), row })),
    ),
  );
  return [...exact.map((row) => ({ text: written(row.ip, row.port), row })), ...onNodes];
}

function written(ip: string, port: number): string {
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}
