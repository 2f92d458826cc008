import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { parseGoDuration } from '../go/duration';
import { formatFixed } from '../go/fixed';
import type { StatusResponse } from './status-response';

/** Prints `Hubble:` with its flow counters; the metrics moved to a section of their own in v1.18. */
export function formatHubble(response: StatusResponse, version: CiliumVersion): string {
  const { hubble } = response;
  if (hubble === undefined) return '';
  const fields = [hubble.msg ? `${hubble.state ?? ''} ${hubble.msg}` : (hubble.state ?? '')];
  const observer = hubble.observer;
  if (observer !== undefined) {
    const parts: string[] = [];
    const { 'current-flows': current = 0, 'max-flows': max = 0, 'seen-flows': seen = 0, uptime } = observer;
    if (max > 0)
      parts.push(`Current/Max Flows: ${current}/${max} (${formatFixed((current / max) * 100, 2)}%)`);
    const seconds = uptime === undefined ? 0 : parseGoDuration(uptime) / 1e9;
    if (seconds > 0) parts.push(`Flows/s: ${formatFixed(seen / seconds, 2)}`);
    fields.push(parts.join(', '));
  }
  const metrics = atLeast(version, 18) ? response['hubble-metrics'] : hubble.metrics;
  if (metrics !== undefined) {
    const message = atLeast(version, 18) && metrics.msg ? ` (${metrics.msg})` : '';
    fields.push(`Metrics: ${metrics.state ?? ''}${message}`);
  }
  return `Hubble:\t${fields.join('\t')}\n`;
}
