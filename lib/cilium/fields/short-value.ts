import type { AgentStatus } from '../agent-status';
import { fields } from './catalogue';
import type { FieldId } from './field-id';
import type { FieldState } from './field-value';

/** A value of one agent, short enough for a cell; equal for agents that run with the same. */
export type ShortValue = { text: string; state: FieldState };

const annotationPrefix = 'service.cilium.io/';

/** Fields that every node has its own of: there is nothing to agree on. */
export const ownOfEachNode: ReadonlySet<FieldId> = new Set<FieldId>(['devices']);

function shorten(field: FieldId, text: string, status: AgentStatus): string {
  switch (field) {
    case 'devices':
      return (status.kubeProxyReplacement?.deviceList ?? []).map(({ name }) => name).join(', ');
    case 'backend-selection':
      return text.replace(/ \(Table Size: (\d+)\)$/, ' $1');
    case 'node-port':
      return /Range: ([\d-]+)/.exec(text)?.[1] ?? text;
    case 'annotations':
      return text.replaceAll(annotationPrefix, '');
    case 'routing':
      return text.replace('Network: ', '').replace(' Host: ', ', host ');
    // The ranges are a node's own, and so are the devices.
    case 'masquerading':
      return [
        status.masquerading?.mode ?? text,
        status.masquerading?.ipMasqAgent === true ? 'with agent' : '',
      ]
        .filter((word) => word !== '')
        .join(' ');
    case 'bpf-maps':
      return text.replace('dynamic sizing: ', 'dynamic ').replace(/\(ratio: ([\d.]*?)0*\)$/, '$1');
    // How many jobs and nodes there are differs by nature; whether all are well does not.
    case 'controllers':
      return status.controllers?.healthy === status.controllers?.total ? 'all healthy' : text;
    case 'cluster-health':
      return status.clusterHealth !== undefined &&
        status.clusterHealth.reachable === status.clusterHealth.total
        ? 'all reachable'
        : text;
    default:
      return text;
  }
}

/** Gives an agent’s value for a cell: device names without addresses, the range without its words. */
export function shortValue(field: FieldId, status: AgentStatus): ShortValue {
  const value = fields[field].value(status);
  if (value.state === 'not-reported') return { state: value.state, text: 'not reported' };
  return { state: value.state, text: shorten(field, value.text, status) };
}
