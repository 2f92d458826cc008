import type { FailureKind } from '@/lib/cilium/packet-path/packet-walk';

/** What ends a walk, in a few words. */
export const failureTitles: Record<FailureKind, string> = {
  'settings-refused': 'The agent does not start',
  'row-missing': 'No row for this address',
  'scope-internal': 'For clients inside only',
  'cluster-ip-not-routable': 'A cluster IP is not for clients outside',
  'source-range': 'Outside the source ranges',
  'no-backends': 'No backends',
  'no-local-backend': 'No backend on this node',
  'host-port-not-local': 'The host port’s pod is elsewhere',
  'left-to-kube-proxy': 'Left to kube-proxy',
  'left-untranslated': 'Left as it is',
  'family-mismatch': 'Two IP families',
  'no-node-address': 'No address of this IP family',
  'ip-options-dropped': 'The network drops IP options',
  'mtu-exceeded': 'Beyond the MTU',
  'ipip-ports-differ': 'Ports differ',
  'backend-not-on-a-node': 'The backend is on no node of the cluster',
  'backend-node-lacks-service': 'The backend’s node lacks the Service',
  'backend-changed': 'The backend changed under the connection',
  'source-check': 'The network checks sources',
};

/** What the client notices of it. */
export const noticed = {
  silence: 'The client hears nothing and waits until it gives up.',
  error: 'The client gets an error at once.',
  reset: 'The client’s connection is reset.',
} as const;
