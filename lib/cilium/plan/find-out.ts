const onEachNode = (command: string): string => `On each node: ${command}`;

/** How a person finds out what no API tells, by rule; commands stand in backticks, and run on the node unless they say otherwise. */
const ways: Readonly<Record<string, string>> = {
  C4: 'On each node: `ethtool -i DEVICE` for the driver, `ip link show dev DEVICE` for the MTU, `ethtool -l DEVICE` for the queues. Or try it on one node first, by a CiliumNodeConfig.',
  C5: 'On each node: `ethtool -i DEVICE` for the driver; or look at `ip link` after the start of one agent: prog/xdp stands at a device that took the program.',
  C6: onEachNode('`ethtool -i DEVICE` for the driver, `ip link show dev DEVICE` for the MTU.'),
  C12: onEachNode('`ip link`, the number at the beginning of each line.'),
  F1: onEachNode('`sysctl net.ipv4.ip_local_port_range`'),
  F2: onEachNode('`sysctl net.ipv4.ip_local_port_range net.ipv4.ip_local_reserved_ports`'),
  F3: onEachNode('`sysctl net.ipv4.ip_local_port_range`'),
  F4: onEachNode('`sysctl net.ipv4.ip_local_port_range net.ipv4.ip_local_reserved_ports`'),
  F5: '`kubectl get pods -A -o wide`, and look for hostPort in the specs.',
  WIREGUARD: onEachNode('`modprobe wireguard`, or `zgrep CONFIG_WIREGUARD /proc/config.gz`'),
  B14: onEachNode('`sysctl net.ipv4.conf.DEVICE.rp_filter`'),
  B15: onEachNode('`sysctl net.ipv4.conf.DEVICE.rp_filter`'),
  B20: '`kubectl get services -A -o yaml`, and compare port with targetPort.',
  D14: onEachNode('`mount -t cgroup | grep net_cls`'),
  D15: onEachNode('`stat -f -c %T` on the directory says cgroup2fs.'),
  D20: onEachNode(
    '`uname -r`, and `zgrep CONFIG_NETKIT /proc/config.gz` or `grep CONFIG_NETKIT /boot/config-*`',
  ),
  E17: '`kubectl get services -A -o yaml`, and look for sessionAffinity beside service.cilium.io/lb-l7.',
  '3.1-FABRIC':
    'In the console of the cloud: the source/destination check of each instance or interface, or IP forwarding as others call it. Then `curl http://NODE:NODEPORT` from outside, at a node without a backend: an answer shows it.',
  '3.1-MTU':
    'Between two nodes: `ping -M do -s 1472 NODE` shows whether 1500 bytes pass; what DSR adds must fit beside the packet.',
  '3.1-OPTIONS':
    'Send a request to a NodePort of one node and watch with `tcpdump -ni DEVICE` at a node that has the backend: without the packet there, options are dropped on the way.',
  '3.3-SIZE': 'Count the endpoints of the largest Service: `kubectl get endpointslices -A`',
  '3.3-MEMORY': '`kubectl -n kube-system get ds cilium -o yaml`, and read resources.limits of cilium-agent.',
  '4.6-CANARY': '`kubectl -n kube-system get ciliumnodeconfigs -o yaml`',
};

const orchestrator =
  'After the start of one agent of v1.18 or later: `kubectl -n kube-system exec POD -c cilium-agent -- cilium-dbg shell -- db/show health`, and look for agent.datapath.orchestrator: Degraded means that nothing was loaded, whatever the status says.';

/** How to see whether a warning came true, by rule: no status tells. */
const signs: Readonly<Record<string, string>> = {
  'DATAPATH-GENEVE': `On each node: \`modprobe geneve\`, or \`zgrep CONFIG_GENEVE /proc/config.gz\`. ${orchestrator}`,
  'DATAPATH-IPIP': `On each node: \`modprobe ipip\`, or \`zgrep CONFIG_NET_IPIP /proc/config.gz\`. ${orchestrator}`,
  'DATAPATH-CGROUP': `On each node: \`stat -f -c %T\` on the directory says cgroup2fs. ${orchestrator}`,
  'DATAPATH-ADDRESS': `On each node: \`ip address show\`. ${orchestrator}`,
};

/** Gives how to see whether a warning came true, where nothing that is shown elsewhere tells; null elsewhere. */
export function howToSee(id: string): string | null {
  return signs[id] ?? null;
}

const devices =
  '`kubectl -n kube-system exec ds/cilium -c cilium-agent -- cilium status --verbose` names the devices and marks the direct-routing one.';

/** Gives how to find out what a rule could not tell. */
export function findOut(id: string, missing: string): string {
  const way = ways[id] ?? signs[id];
  if (way !== undefined) return way;
  if (missing.includes('kernel')) return onEachNode('`uname -r`');
  return missing.includes('devices') ? devices : 'Try it on one node first, by a CiliumNodeConfig.';
}
