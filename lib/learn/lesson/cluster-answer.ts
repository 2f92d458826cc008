import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { ClusterQuestion } from './judge-schema';
import type { LiveCluster, LiveRow } from './live-cluster';
import { outsideRows } from './outside-rows';

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

/** Addresses with their ports at which a client outside reaches a Service now. */
function outsideAddresses(cluster: LiveCluster): { text: string; row: LiveRow }[] {
  const ofServices = cluster.rows.filter(({ type, service }) => type !== 'HostPort' && service !== null);
  const exact = ofServices.filter(({ ip }) => !isUnspecifiedIP(ip)).map(({ ip, port }) => ({ ip, port }));
  const onNodes = ofServices
    .filter(({ type, ip }) => type === 'NodePort' && isUnspecifiedIP(ip))
    .flatMap(({ port }) => cluster.agents.flatMap(({ ips }) => ips.map((ip) => ({ ip, port }))));
  return [...exact, ...onNodes].flatMap(({ ip, port }) => {
    const good = outsideRows(cluster, { ip, port }).find(({ backends }) => backends.length > 0);
    return good === undefined || good.row.service === null
      ? []
      : [{ text: written(ip, port), row: good.row }];
  });
}

function written(ip: string, port: number): string {
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}
