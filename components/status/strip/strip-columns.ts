import type { AgentStatus } from '@/lib/cilium/agent-status';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { FieldState } from '@/lib/cilium/fields/field-value';

/** One setting of the strip: a short head, and the field it is explained under. */
export type StripColumn = { field: FieldId; head: string };

/** A setting of one agent, short enough for a cell. */
export type StripCell = { text: string; state: FieldState };

export const stripColumns: readonly StripColumn[] = [
  { field: 'status', head: 'KPR' },
  { field: 'socket-lb', head: 'Socket LB' },
  { field: 'socket-lb-coverage', head: 'Coverage' },
  { field: 'devices', head: 'Devices' },
  { field: 'mode', head: 'Mode' },
  { field: 'backend-selection', head: 'Backend Selection' },
  { field: 'session-affinity', head: 'Affinity' },
  { field: 'graceful-termination', head: 'Graceful term.' },
  { field: 'nat46x64', head: 'NAT46/64' },
  { field: 'xdp-acceleration', head: 'XDP' },
  { field: 'node-port', head: 'NodePort range' },
];

/** Gives an agent’s setting as the strip shows it: device names without addresses, the range without its words. */
export function stripCell(field: FieldId, status: AgentStatus): StripCell {
  const value = fields[field].value(status);
  if (value.state === 'not-reported') return { ...value, text: 'not reported' };
  if (field === 'devices')
    return {
      ...value,
      text: (status.kubeProxyReplacement?.deviceList ?? []).map(({ name }) => name).join(', '),
    };
  if (field === 'backend-selection')
    return { ...value, text: value.text.replace(/ \(Table Size: (\d+)\)$/, ' $1') };
  if (field === 'node-port') return { ...value, text: /Range: ([\d-]+)/.exec(value.text)?.[1] ?? value.text };
  return value;
}
