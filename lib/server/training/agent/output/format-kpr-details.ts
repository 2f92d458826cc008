import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { TabWriter } from '../go/tabwriter';
import { formatDevices } from './device-list';
import type { FeatureModel, KubeProxyReplacementModel, Nat46x64Model } from './status-response';

/** Forwarding modes that may forward by DSR; `Annotation` was one for a time before v1.17. */
const modesWithDispatch = new Set(['DSR', 'Hybrid', 'Annotation']);

function onOff(feature: FeatureModel | undefined): string {
  return feature?.enabled === true ? 'Enabled' : 'Disabled';
}

function nat46x64Lines(nat: Nat46x64Model, version: CiliumVersion): string[] {
  if (nat.enabled !== true || !atLeast(version, 13)) return [`  NAT46/64 Support:\t${onOff(nat)}`];
  const lines = [
    '  NAT46/64 Support:',
    `  - Services:\t${onOff(nat.service)}`,
    `  - Gateway:\t${onOff(nat.gateway)}`,
  ];
  const prefixes = nat.gateway?.prefixes ?? [];
  if (nat.gateway?.enabled === true && prefixes.length > 0)
    lines.push(`    Prefixes:\t${prefixes.join(', ')}`);
  return lines;
}

function annotationLines(annotations: string[] | null, version: CiliumVersion): string[] {
  if (annotations !== null && annotations.length > 0) {
    return ['  Annotations:', ...annotations.map((name) => `  - ${name}`)];
  }
  return [atLeast(version, 17, 3) ? '  Annotations:\t(n/a)' : '  Annotations:'];
}

/**
 * Prints the block `KubeProxyReplacement Details:` of `cilium status --verbose`. A feature that the agent of a
 * version does not report is missing in the model, and its line in the text (pkg/client/client.go, v1.10 to main).
 */
export function formatKprDetails(kpr: KubeProxyReplacementModel, version: CiliumVersion): string {
  const features = kpr.features ?? {};
  const nodePort = features.nodePort ?? {};
  const lines = [`  Status:\t${kpr.mode ?? ''}`];
  if (features.socketLB !== undefined) lines.push(`  Socket LB:\t${onOff(features.socketLB)}`);
  if (features.socketLBTracing !== undefined) {
    lines.push(`  Socket LB Tracing:\t${onOff(features.socketLBTracing)}`);
    if (atLeast(version, 13, 2)) lines.push(coverageLine(features.bpfSocketLBHostnsOnly));
  } else if (atLeast(version, 12, 9)) {
    lines.push(coverageLine(features.bpfSocketLBHostnsOnly));
  }
  if (features.hostReachableServices?.enabled === true) {
    lines.push(`  Socket LB Protocols:\t${(features.hostReachableServices.protocols ?? []).join(', ')}`);
  }
  const devices = formatDevices(kpr, !atLeast(version, 16));
  if (devices !== '') lines.push(`  Devices:\t${devices}`);
  if (nodePort.enabled === true) {
    const mode = nodePort.mode ?? '';
    if (mode !== '') lines.push(`  Mode:\t${mode}`);
    if (atLeast(version, 15) && modesWithDispatch.has(mode) && nodePort.dsrMode) {
      lines.push(`    DSR Dispatch Mode:\t${nodePort.dsrMode}`);
    }
    const table = nodePort.algorithm === 'Maglev' ? ` (Table Size: ${nodePort.lutSize ?? 0})` : '';
    if (nodePort.algorithm) lines.push(`  Backend Selection:\t${nodePort.algorithm}${table}`);
  }
  lines.push(`  Session Affinity:\t${onOff(features.sessionAffinity)}`);
  if (features.gracefulTermination !== undefined) {
    lines.push(`  Graceful Termination:\t${onOff(features.gracefulTermination)}`);
  }
  if (features.nat46X64 !== undefined) lines.push(...nat46x64Lines(features.nat46X64, version));
  if (nodePort.enabled === true && nodePort.acceleration) {
    lines.push(`  XDP Acceleration:\t${nodePort.acceleration}`);
  }
  const range =
    nodePort.enabled === true ? ` (Range: ${nodePort.portMin ?? 0}-${nodePort.portMax ?? 0})` : '';
  lines.push(
    '  Services:',
    '  - ClusterIP:\tEnabled',
    `  - NodePort:\t${onOff(nodePort)}${range} `,
    `  - LoadBalancer:\t${onOff(nodePort)} `,
    `  - externalIPs:\t${onOff(features.externalIPs)} `,
    `  - HostPort:\t${onOff(features.hostPort)}`,
  );
  if (features.annotations !== undefined) lines.push(...annotationLines(features.annotations, version));

  const inner = new TabWriter({ minWidth: 0, padding: 3 });
  inner.write(lines.map((line) => `${line}\n`).join(''));
  return `KubeProxyReplacement Details:\n${inner.flush()}`;
}

function coverageLine(hostNamespaceOnly: boolean | undefined): string {
  return `  Socket LB Coverage:\t${hostNamespaceOnly === true ? 'Hostns-only' : 'Full'}`;
}
