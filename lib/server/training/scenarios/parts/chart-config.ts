/** Keys that every chart from 1.13 on writes whatever the values are. */
const always: Record<string, string> = {
  'agent-not-ready-taint-key': 'node.cilium.io/agent-not-ready',
  'auto-direct-node-routes': 'false',
  'bpf-lb-acceleration': 'disabled',
  'bpf-lb-external-clusterip': 'false',
  'bpf-lb-map-max': '65536',
  'bpf-map-dynamic-size-ratio': '0.0025',
  'bpf-policy-map-max': '16384',
  'bpf-root': '/sys/fs/bpf',
  'cgroup-root': '/run/cilium/cgroupv2',
  'cilium-endpoint-gc-interval': '5m0s',
  'cluster-id': '0',
  'cluster-name': 'default',
  'custom-cni-conf': 'false',
  debug: 'false',
  'enable-auto-protect-node-port-range': 'true',
  'enable-bpf-clock-probe': 'false',
  'enable-endpoint-health-checking': 'true',
  'enable-health-check-nodeport': 'true',
  'enable-health-checking': 'true',
  'enable-hubble': 'true',
  'enable-ipv4': 'true',
  'enable-ipv4-big-tcp': 'false',
  'enable-ipv4-masquerade': 'true',
  'enable-ipv6': 'false',
  'enable-ipv6-big-tcp': 'false',
  'enable-ipv6-masquerade': 'true',
  'enable-l7-proxy': 'true',
  'enable-policy': 'default',
  'enable-sctp': 'false',
  'hubble-listen-address': ':4244',
  'hubble-socket-path': '/var/run/cilium/hubble.sock',
  'identity-allocation-mode': 'crd',
  'install-no-conntrack-iptables-rules': 'false',
  ipam: 'cluster-pool',
  'kube-proxy-replacement': 'true',
  'kube-proxy-replacement-healthz-bind-address': '',
  'monitor-aggregation': 'medium',
  'monitor-aggregation-interval': '5s',
  'node-port-bind-protection': 'true',
  'operator-api-serve-addr': '127.0.0.1:9234',
  'preallocate-bpf-maps': 'false',
  procfs: '/host/proc',
  'remove-cilium-node-taints': 'true',
  'set-cilium-is-up-condition': 'true',
  'synchronize-k8s-nodes': 'true',
  'write-cni-conf-when-ready': '/host/etc/cni/net.d/05-cilium.conflist',
};

/** What charts of a minor release write beside, from the list of keys each chart added and removed. */
function ofMinor(minor: number): Record<string, string> {
  const routing = { 'routing-mode': 'tunnel', 'tunnel-protocol': 'vxlan' };
  const until18 = {
    'enable-node-port': 'false',
    'enable-session-affinity': 'false',
    'enable-svc-source-range-check': 'true',
  };
  const until17 = { 'enable-k8s-terminating-endpoint': 'true', 'enable-host-port': 'false' };
  const since16 = {
    'bpf-lb-sock-terminate-pod-connections': 'true',
    'external-envoy-proxy': 'true',
    'trace-sock': 'true',
  };
  const since17 = {
    'bpf-lb-algorithm-annotation': 'false',
    'bpf-lb-mode-annotation': 'false',
    'bpf-lb-source-range-all-types': 'false',
  };
  const since18 = {
    'enable-drift-checker': 'true',
    'enable-dynamic-config': 'true',
    'underlay-protocol': 'ipv4',
  };
  return {
    ...routing,
    'bpf-lb-sock': 'false',
    ...(minor <= 18 ? until18 : { 'enable-no-service-endpoints-routable': 'true' }),
    ...(minor <= 17 ? until17 : since18),
    ...(minor >= 16 ? since16 : {}),
    ...(minor >= 17 ? since17 : {}),
  };
}

/** `cilium-config` as a chart of a minor release writes it, with what the scenario's values change. */
export function chartConfig(minor: number, values: Record<string, string>): Record<string, string> {
  const entries = Object.entries({ ...always, ...ofMinor(minor), ...values });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
