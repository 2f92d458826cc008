import type { AgentStatus } from '../../agent-status';

/** The words of the status for the values of `bpf-lb-dsr-dispatch` (v1.15 and later). */
const dispatchWords: Readonly<Record<string, string>> = {
  opt: 'IP Option/Extension',
  ipip: 'IPIP',
  geneve: 'Geneve',
};

/**
 * The status as it would read with another value of a key that a picture shows; null where no picture depends on it,
 * or the value is none that the picture knows.
 */
export function statusWithPicked(status: AgentStatus, key: string, value: string): AgentStatus | null {
  const replacement = status.kubeProxyReplacement;
  const nodePort = replacement?.features.nodePort;
  if (replacement === undefined || nodePort === undefined) return null;
  const withNodePort = (change: Partial<typeof nodePort>): AgentStatus => ({
    ...status,
    kubeProxyReplacement: {
      ...replacement,
      features: { ...replacement.features, nodePort: { ...nodePort, ...change } },
    },
  });
  if (key === 'bpf-lb-mode' && ['snat', 'dsr', 'hybrid'].includes(value))
    return withNodePort({ mode: value === 'hybrid' ? 'Hybrid' : value.toUpperCase() });
  const dispatch = dispatchWords[value];
  if (key === 'bpf-lb-dsr-dispatch' && dispatch !== undefined) {
    const isSNAT = nodePort.mode?.toLowerCase() === 'snat';
    return withNodePort({ dsrMode: dispatch, ...(isSNAT ? { mode: 'DSR' } : {}) });
  }
  return null;
}
