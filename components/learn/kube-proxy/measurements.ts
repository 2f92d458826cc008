/** A published measurement, with what it is good for and what not. */
export type Measurement = {
  who: string;
  /** The year; null where the source gives none. */
  when: string | null;
  /** What was found, in one sentence with its figures. */
  found: string;
  /** What to keep in mind. */
  mind: string;
  source: { title: string; href: `https://${string}` };
};

/** Requests forwarded per second from a load of 10 million, one Service, kernel 5.7. */
export const forwardedPerSecond = [
  { key: 'kube-proxy, iptables', requests: 2_100_000 },
  { key: 'Cilium, eBPF at tc', requests: 3_600_000 },
  { key: 'Cilium, eBPF at XDP', requests: 10_000_000 },
] as const;

export const forwardedSource = {
  title: 'Cilium 1.8, 2020',
  href: 'https://cilium.io/blog/2020/06/22/cilium-18/',
} as const;

/** Measurements others have published, those against Cilium first. */
export const measurements: readonly Measurement[] = [
  {
    who: 'On Tencent’s cloud',
    when: null,
    found:
      'Up to about 20,000 Services iptables made more short connections a second, 2.2 times as many with few Services; at 30,000 it had 70 to 88 % of Cilium’s. At 1,000 requests a second nobody could tell them apart.',
    mind: 'The strongest case for kube-proxy that we know: with few Services and a quiet network the difference is not speed.',
    source: {
      title: 'Cilium network benchmark on TKE',
      href: 'https://imroc.cc/tke/en/networking/cilium/appendix/network-benchmark',
    },
  },
  {
    who: 'Kubernetes',
    when: '2025',
    found:
      'kube-proxy’s nftables mode looks Services up in a map: with 5,000 and 10,000 Services its median latency was about the best that iptables reached.',
    mind: 'The rival of today is nftables, stable since Kubernetes 1.33; iptables is still what is installed by default.',
    source: {
      title: 'NFTables mode for kube-proxy',
      href: 'https://kubernetes.io/blog/2025/02/28/nftables-kube-proxy/',
    },
  },
  {
    who: 'Seznam.cz',
    when: '2022',
    found:
      'For a million packets a second their load balancer took 2 × 18 CPUs with IPVS, and half of one with Cilium at XDP.',
    mind: 'A load balancer on its own, with Maglev and DSR, on 25 Gb/s cards; not a cluster’s nodes.',
    source: {
      title: 'Cilium standalone L4LB at Seznam',
      href: 'https://cilium.io/blog/2022/04/12/cilium-standalone-l4lb-xdp/',
    },
  },
  {
    who: 'Tigera',
    when: '2019',
    found:
      'With 1,000 Services of 10 pods no difference between iptables and IPVS could be seen; with 10,000 iptables took 35 % of a core more, IPVS 8 %, and 2 % once connections were kept open.',
    mind: 'The cost falls on new connections only. Keep-alive hides it.',
    source: {
      title: 'Comparing kube-proxy modes',
      href: 'https://www.tigera.io/blog/comparing-kube-proxy-modes-iptables-or-ipvs/',
    },
  },
  {
    who: 'Huawei',
    when: '2017',
    found: 'Adding rules took 2 ms with one Service, 11 minutes with 5,000, 5 hours with 20,000.',
    mind: 'Much quoted and out of date: kube-proxy has long since written its rules in one go.',
    source: {
      title: 'kubernetes/community 692',
      href: 'https://github.com/kubernetes/community/pull/692',
    },
  },
];
