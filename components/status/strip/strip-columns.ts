import type { FieldId } from '@/lib/cilium/fields/field-id';

/** One setting of the strip: a short head, and the field it is explained under. */
export type StripColumn = { field: FieldId; head: string };

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
