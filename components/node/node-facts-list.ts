import type { AgentStatus } from '@/lib/cilium/agent-status';

/** One line of an agent’s status worth seeing: its label, its value, where it is in `AgentStatus`. */
export type StatusFact = { label: string; value: string; path: string; tone?: 'bad' | 'warn' };

function joined(...words: (string | undefined | false)[]): string {
  return words.filter((word) => word !== undefined && word !== false && word !== '').join(' ');
}

function onOff(feature: { enabled: boolean } | undefined): string | undefined {
  return feature === undefined ? undefined : feature.enabled ? 'Enabled' : 'Disabled';
}

/** Gives what an operator looks at first, in the order Cilium prints it; what the agent does not report is left out. */
export function statusFacts(status: AgentStatus): StatusFact[] {
  const {
    kubeProxyReplacement: kpr,
    cilium,
    kubernetes,
    routing,
    masquerading,
    controllers,
    clusterHealth,
  } = status;
  const facts: (StatusFact | null)[] = [
    fact('Cilium', 'cilium', cilium && joined(cilium.state, cilium.msg), cilium?.state !== 'Ok' && 'bad'),
    fact(
      'Kubernetes',
      'kubernetes',
      kubernetes && joined(kubernetes.state, kubernetes.msg),
      kubernetes?.state === 'Failure' && 'bad',
    ),
    fact('KubeProxyReplacement', 'kubeProxyReplacement.mode', kpr && joined(kpr.mode, deviceNames(status))),
    fact('Host firewall', 'hostFirewall', onOff(status.hostFirewall)),
    fact('CNI chaining', 'cniChaining', status.cniChaining?.mode),
    fact('IPAM', 'ipam', status.ipam?.status),
    fact('Host routing', 'hostRouting', status.hostRouting?.mode),
    fact(
      'Routing',
      'routing',
      routing &&
        joined(
          routing.network,
          routing.tunnelProtocol !== undefined && `(${routing.tunnelProtocol})`,
          `· host ${routing.host}`,
        ),
    ),
    fact('Attach mode', 'attachMode', status.attachMode),
    fact(
      'Device mode',
      'deviceMode',
      status.deviceMode &&
        joined(
          status.deviceMode.mode,
          status.deviceMode.configured !== undefined && `(configured ${status.deviceMode.configured})`,
        ),
    ),
    fact(
      'Masquerading',
      'masquerading',
      masquerading && (masquerading.enabled ? joined(masquerading.mode, families(masquerading)) : 'Disabled'),
    ),
    fact(
      'Controllers',
      'controllers',
      controllers && `${controllers.healthy}/${controllers.total} healthy`,
      controllers !== undefined && controllers.healthy < controllers.total && 'warn',
    ),
    fact(
      'Cluster health',
      'clusterHealth',
      clusterHealth && `${clusterHealth.reachable}/${clusterHealth.total} reachable`,
      clusterHealth !== undefined && clusterHealth.reachable < clusterHealth.total && 'warn',
    ),
    fact(
      'Modules health',
      'modulesHealth',
      modules(status),
      (status.modulesHealth?.degraded ?? 0) > 0 && 'warn',
    ),
    fact('Encryption', 'encryption', status.encryption?.mode),
    fact('Stale probes', 'stale', status.stale && Object.keys(status.stale).join(', '), 'warn'),
  ];
  return facts.filter((one) => one !== null);
}

function fact(
  label: string,
  path: string,
  value: string | undefined,
  tone: 'bad' | 'warn' | false = false,
): StatusFact | null {
  if (value === undefined || value === '') return null;
  return tone === false ? { label, value, path } : { label, value, path, tone };
}

function deviceNames(status: AgentStatus): string {
  const names = status.kubeProxyReplacement?.deviceList?.map(({ name }) => name) ?? [];
  return names.length === 0 ? '' : `[${names.join(', ')}]`;
}

function families({ ipv4, ipv6 }: { ipv4?: boolean; ipv6?: boolean }): string {
  const on = [ipv4 === true ? 'IPv4' : '', ipv6 === true ? 'IPv6' : ''].filter((family) => family !== '');
  return on.length === 0 ? '' : `(${on.join(', ')})`;
}

function modules({ modulesHealth }: AgentStatus): string | undefined {
  if (modulesHealth?.ok === undefined) return undefined;
  return `${modulesHealth.ok} ok, ${modulesHealth.degraded ?? 0} degraded, ${modulesHealth.stopped ?? 0} stopped`;
}
