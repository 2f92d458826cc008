/** Two features behind one line of the status: Services with backends of the other family, and a gateway for any traffic. */
export const natFeatures = ['services', 'gateway'] as const;
/** The family that the client speaks; that of the backend is the other one. */
export const clientFamilies = ['IPv6', 'IPv4'] as const;
/** What the client speaks. */
export const protocols = ['TCP', 'UDP'] as const;
/** The families that Cilium handles: `enable-ipv4`, `enable-ipv6`. */
export const enabledFamilies = ['both', 'IPv4', 'IPv6'] as const;
/** `bpf-lb-mode`, that of Services: the gateway has none. */
export const modes = ['snat', 'dsr', 'hybrid'] as const;
/** Where the pod is: on the node that translates (`local`), or on the other one. */
export const backendPlaces = ['remote', 'local'] as const;

/** Versions whose start-up rules are known and whose status tells the two features apart, as the minor number. */
export const minorBounds = { min: 13, max: 21 } as const;

/** Everything that the simulator asks with; the same parameters give the same walk. */
export type NatParameters = {
  feature: (typeof natFeatures)[number];
  /** Of the gateway it is IPv6: that is the way it is known to translate. */
  clientFamily: (typeof clientFamilies)[number];
  protocol: (typeof protocols)[number];
  families: (typeof enabledFamilies)[number];
  mode: (typeof modes)[number];
  /** `bpf-lb-nat46x64` of Services (v1.18 and later), `enable-nat46x64-gateway` of the gateway. */
  isSettingOn: boolean;
  /** `datapath-mode: lb-only`, a load balancer without pods: v1.16 and v1.17 translate for Services there only. */
  isLoadBalancerOnly: boolean;
  backend: (typeof backendPlaces)[number];
  /** Cilium's version 1.`minor`. */
  minor: number;
  /** The IPv4 address of the server behind the gateway. */
  serverIP: string;
};

/** What the simulator begins with: an IPv6 client, a Service with an IPv6 address, an IPv4 pod. */
export const defaultNatParameters: NatParameters = {
  feature: 'services',
  clientFamily: 'IPv6',
  protocol: 'TCP',
  families: 'both',
  mode: 'snat',
  isSettingOn: true,
  isLoadBalancerOnly: false,
  backend: 'remote',
  minor: 20,
  serverIP: '198.51.100.80',
};

/** Gives the family of the client: the gateway is walked from IPv6 to IPv4. */
export function familyOfClient({ feature, clientFamily }: NatParameters): 'IPv4' | 'IPv6' {
  return feature === 'gateway' ? 'IPv6' : clientFamily;
}

/** Gives the other family: that of the backend. */
export function otherFamily(family: 'IPv4' | 'IPv6'): 'IPv4' | 'IPv6' {
  return family === 'IPv4' ? 'IPv6' : 'IPv4';
}
