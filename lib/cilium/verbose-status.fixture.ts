/** A whole answer of `cilium status --verbose`, with every section at its fullest. */
export const verbose = `KVStore:                Disabled   
Kubernetes:             Ok   1.33 (v1.33.1) [linux/amd64]
Kubernetes APIs:        ["cilium/v2::CiliumNode", "core/v1::Pods"]
KubeProxyReplacement:   True   [eth0   10.0.0.4 fe80::1 (Direct Routing), eth1 ]
Host firewall:          Enabled   [eth0, eth1]
CNI Chaining:           none
CNI Config file:        CNI configuration management disabled
Cilium:                 Ok   1.17.6-cee.1 (v1.17.6-cee.1-a33b0b85)
Stale status:           "kvstore" since 2026-01-02T03:04:05.000Z
NodeMonitor:            Listening for events on 4 CPUs with 64x4096 of shared memory
                        5 events lost, 1 unknown notifications
Cilium health daemon:   Ok   
IPAM:                   IPv4: 3/254 allocated from 10.0.0.0/24, 
Allocated addresses:
  10.0.0.11 (kube-system/coredns-6d4b75cb6d-tbgrr [restored])
  10.0.0.78 (router)
ClusterMesh:            1/2 remote clusters ready, 7 global-services
   west: ready, 5 nodes, 120 endpoints, 60 identities, 7 services, 0 MCS-API service exports, 1 reconnections (last: never)
   └  etcd: 1/1 connected, leases=0
   └  remote configuration: expected=true, retrieved=true, cluster-id=3
   east: not-ready, 0 nodes, 0 endpoints, 0 identities, 0 services, 9 failures (last: 3s ago)
   └  not connected
IPv6 BIG TCP:           Enabled   [131072, 196608]
BandwidthManager:       EDT with BPF [BBR] [eth0]
Routing:                Network: Tunnel [vxlan]   Host: BPF
Attach Mode:            Legacy TC
Device Mode:            veth [Configured: auto]
Masquerading:           BPF (ip-masq-agent)   [eth0, eth1]   10.0.0.0/8 [IPv4: Enabled, IPv6: Disabled]
Clock Source for BPF:   jiffies   [250 Hz]
Controller Status:      1/2 healthy
  Name                       Last success   Last error   Count   Message
  cilium-health-ep           29s ago        never        0       no error   
  resolve-labels-shop/web    never          3s ago       4       dial tcp 10.0.0.1:443:  i/o timeout   
Proxy Status:            OK, ip 10.0.0.78, 1 redirects active on ports 10000-20000, Envoy: external
  Protocol   Redirect         Proxy Port
  envoy      cilium-ingress   12345
Global Identity Range:   min 256, max 65535
Hubble:                  Ok   Current/Max Flows: 377/4095 (9.21%), Flows/s: 1.67   Metrics: Disabled
KubeProxyReplacement Details:
  Status:                 True
  Socket LB:              Enabled
  Socket LB Tracing:      Enabled
  Socket LB Coverage:     Hostns-only
  Devices:                eth0   10.0.0.4 fe80::1 (Direct Routing), eth1 
  Mode:                   DSR
    DSR Dispatch Mode:    Geneve
  Backend Selection:      Maglev (Table Size: 16381)
  Session Affinity:       Enabled
  Graceful Termination:   Disabled
  NAT46/64 Support:
  - Services:         Disabled
  - Gateway:          Enabled
    Prefixes:         64:ff9b::/96, 2001:db8:64::/96
  XDP Acceleration:   Best-Effort
  Services:
  - ClusterIP:      Enabled
  - NodePort:       Enabled (Range: 30000-32767) 
  - LoadBalancer:   Enabled 
  - externalIPs:    Disabled 
  - HostPort:       Enabled
  Annotations:
  - service.cilium.io/node
  - service.cilium.io/type
BPF Maps:   dynamic sizing: on (ratio: 0.002500)
  Name                          Size
  Non-TCP connection tracking   65536
  NAT                           131072
Encryption:       Wireguard       [NodeEncryption: OptedOut, cilium_wg0 (Pubkey: bL5H=, Port: 51871, Peers: 3)]
Cluster health:   1/2 reachable   (2025-08-03T14:23:49Z)   (Probe interval: 1m36.5s)
Name              IP              Node                     Endpoints
  n1 (localhost):
    Host connectivity to 10.0.0.4:
      ICMP to stack:   OK, RTT=145.787µs   (Last probed: 2025-08-03T14:23:01Z)
      HTTP to agent:   Get "http://10.0.0.4:4240/hello": context deadline exceeded   (Last probed: 2025-08-03T14:23:02Z)
Modules Health:                             agent                                                    
                                            ├── controlplane
                                            │   └── job-k8s-reflector      [OK] 168 upserted (2m48s, x1)
                                            └── datapath
                                                ├── orchestrator
                                                │   └── job-reinitialize   [DEGRADED] failed (3s, x9)
                                                └── mtu                    [OK] 
`;
