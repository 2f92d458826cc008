import { familyOf } from '@/lib/cilium/packet-path/packet';
import type { LookupContext } from './lookup-context';

/**
 * The rules that a packet meets, as kube-proxy writes them (syncProxyRules and writeServiceToEndpointRules in
 * pkg/proxy/iptables/proxier.go, Kubernetes 1.33, with `--cluster-cidr`, without session affinity and traffic
 * policies). Since 1.32 node ports have a rule more each, for loopback, where the kernel can count them: it is left out.
 */
export function iptablesRules({ ends, chains, drawn, parameters, backend, called }: LookupContext) {
  const { name, service, protocol: upper } = ends;
  const protocol = upper.toLowerCase();
  const match = `-m ${protocol} -p ${protocol}`;
  const clusterIP = `${match} -d ${service.ip} --dport ${service.port}`;
  const comment = `-m comment --comment "${name} cluster IP"`;
  const pods =
    parameters.ends !== null ? 'CLUSTER-CIDR' : familyOf(service.ip) === 'IPv4' ? '10.0.0.0/16' : 'fd00::/48';
  const left = parameters.backends - drawn + 1;
  const chance = left > 1 ? ` -m statistic --mode random --probability ${(1 / left).toFixed(10)}` : '';
  return {
    prerouting: '-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES',
    service: `-A KUBE-SERVICES ${comment} ${clusterIP} -j ${chains.service}`,
    toNodePorts:
      '-A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS',
    nodePort: `-A KUBE-NODEPORTS -m comment --comment ${name} ${match} --dport ${called.slice(called.lastIndexOf(':') + 1)} -j ${chains.external}`,
    markOutside: `-A ${chains.external} -m comment --comment "masquerade traffic for ${name} external destinations" -j KUBE-MARK-MASQ`,
    mark: '-A KUBE-MARK-MASQ -j MARK --or-mark 0x4000',
    toService: `-A ${chains.external} -j ${chains.service}`,
    markStrangers: `-A ${chains.service} ${comment} ${clusterIP} ! -s ${pods} -j KUBE-MARK-MASQ`,
    endpoint: `-A ${chains.service} -m comment --comment "${name} -> ${backend}"${chance} -j ${chains.endpoint}`,
    markItself: `-A ${chains.endpoint} -m comment --comment ${name} -s ${ends.backend.ip} -j KUBE-MARK-MASQ`,
    rewrite: `-A ${chains.endpoint} -m comment --comment ${name} ${match} -j DNAT --to-destination ${backend}`,
    unmarked: '-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN',
    unmark: '-A KUBE-POSTROUTING -j MARK --xor-mark 0x4000',
    masquerade:
      '-A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully',
  };
}
