import type { GlossaryWord } from './glossary-word';

/**
 * Words of what Cilium takes the place of.
 * Source: kubeproxy-free.rst at Cilium main 1.21-dev; kubernetes.io blog of 2025-02-28 on nftables; kubernetes/community PR 692.
 */
export const kubeProxyWords = [
  {
    id: 'kube-proxy',
    word: 'kube-proxy',
    also: [],
    text: 'The part of Kubernetes that otherwise makes Services work: on each node it writes rules for iptables, IPVS or nftables. Cilium and kube-proxy keep NAT tables apart, so a switch on a live node breaks the connections of Services.',
    see: ['kube-proxy-replacement', 'iptables', 'ipvs', 'nftables'],
    links: [{ to: 'simulator', id: 'kube-proxy' }],
  },
  {
    id: 'kube-proxy-replacement',
    word: 'KubeProxyReplacement',
    also: ['KPR', 'kube-proxy-replacement'],
    text: 'The setting by which Cilium takes the place of kube-proxy: NodePort, externalIPs, HostPort and Socket LB. With false, Cilium still load-balances ClusterIP for pods, packet by packet. With true, an agent refuses to start where the kernel lacks a piece.',
    see: ['kube-proxy', 'socket-lb', 'node-port'],
    links: [
      { to: 'field', id: 'status' },
      { to: 'page', id: 'status' },
    ],
  },
  {
    id: 'iptables',
    word: 'iptables',
    also: [],
    text: 'The kernel’s older packet filter, and kube-proxy’s mode that uses it: one rule for each Service’s address and port, read in a row. So the first packet of a connection costs the more, the more Services there are.',
    see: ['kube-proxy', 'nftables', 'bpf-map'],
    links: [{ to: 'simulator', id: 'kube-proxy' }],
  },
  {
    id: 'ipvs',
    word: 'IPVS',
    also: ['IP Virtual Server'],
    text: 'The kernel’s own load balancer, and a mode of kube-proxy that uses it. In a test of 2017, adding rules took iptables minutes to hours at thousands of Services; the time with IPVS did not grow.',
    see: ['kube-proxy', 'iptables'],
    links: [{ to: 'simulator', id: 'kube-proxy' }],
  },
  {
    id: 'nftables',
    word: 'nftables',
    also: [],
    text: 'The kernel’s newer packet filter, and kube-proxy’s mode that uses it, stable since Kubernetes 1.33. It looks a Service up in a map, so the cost hardly grows with their number, and it updates only what changed.',
    see: ['kube-proxy', 'iptables'],
    links: [{ to: 'simulator', id: 'kube-proxy' }],
  },
] as const satisfies readonly GlossaryWord[];
