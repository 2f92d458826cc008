import type { Knob } from '../knob';

const mapSize = { helm: null, type: 'int', default: '0', since: '1.11' } as const;
const neighbours = {
  key: 'enable-l2-neigh-discovery',
  name: 'L2 neighbour discovery',
  helm: 'l2NeighDiscovery.enabled',
  type: 'bool',
} as const;
const addresses = { key: 'nodeport-addresses', name: 'The addresses of NodePorts', type: 'list' } as const;

/** Where node ports listen, on which devices, and how large the maps are (cilium-config.md 1.2, second half). */
export const nodePorts: readonly Knob[] = [
  {
    key: 'node-port-range',
    name: 'The NodePort range',
    helm: 'nodePort.range',
    type: 'text',
    default: '30000,32767',
  },
  { ...addresses, helm: null, default: null, since: '1.15', until: '1.15' },
  { ...addresses, helm: 'nodePort.addresses', default: null, since: '1.16' },
  {
    key: 'node-port-bind-protection',
    name: 'The protection of node ports against binding',
    helm: 'nodePort.bindProtection',
    type: 'bool',
    default: 'true',
  },
  {
    key: 'enable-auto-protect-node-port-range',
    name: 'Reserving the NodePort range',
    helm: 'nodePort.autoProtectPortRange',
    type: 'bool',
    default: 'true',
  },
  {
    key: 'enable-health-check-nodeport',
    name: 'Health-check node ports',
    helm: 'nodePort.enableHealthCheck',
    type: 'bool',
    default: 'true',
  },
  {
    key: 'enable-health-check-loadbalancer-ip',
    name: 'Health checks on load-balancer IPs',
    helm: 'nodePort.enableHealthCheckLoadBalancerIP',
    type: 'bool',
    default: 'false',
    since: '1.15',
  },
  {
    key: 'enable-dynamic-source-lookup-nodeport',
    name: 'Looking up the source address of NodePort',
    helm: 'nodePort.enableDynamicSourceLookup',
    type: 'bool',
    default: 'false',
    since: '1.20',
  },
  {
    key: 'direct-routing-device',
    name: 'The direct-routing device',
    helm: 'nodePort.directRoutingDevice',
    type: 'text',
    default: null,
  },
  { key: 'devices', name: 'The devices', helm: 'devices', type: 'list', default: null },
  {
    key: 'bpf-lb-map-max',
    name: 'The size of the load-balancing maps',
    helm: 'bpf.lbMapMax',
    type: 'int',
    default: '65536',
  },
  { ...mapSize, key: 'bpf-lb-service-map-max', name: 'The size of the service map' },
  { ...mapSize, key: 'bpf-lb-service-backend-map-max', name: 'The size of the backend map' },
  { ...mapSize, key: 'bpf-lb-rev-nat-map-max', name: 'The size of the reverse NAT map' },
  { ...mapSize, key: 'bpf-lb-affinity-map-max', name: 'The size of the affinity map' },
  { ...mapSize, key: 'bpf-lb-source-range-map-max', name: 'The size of the source-range map' },
  { ...mapSize, key: 'bpf-lb-maglev-map-max', name: 'The size of the Maglev map' },
  {
    key: 'bpf-sock-rev-map-max',
    name: 'The size of the socket reverse NAT map',
    helm: null,
    type: 'int',
    default: null,
  },
  { ...neighbours, default: 'true', until: '1.17' },
  { ...neighbours, default: 'false', since: '1.18' },
  {
    key: 'lb-reflector-wait-time',
    name: 'The wait of the reflector',
    helm: 'loadBalancer.reflectorWaitTime',
    type: 'duration',
    default: '500ms',
    since: '1.20',
  },
  {
    key: 'bpf-lb-enable-wildcard-entries',
    name: 'Wildcard entries',
    helm: null,
    type: 'bool',
    default: 'true',
    since: '1.21',
  },
];
