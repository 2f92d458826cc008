import type { AffinityParameters, BackendLetter } from './affinity-parameters';

/** Somebody who connects to the Service again and again. */
export type AffinityClient = {
  id: string;
  name: string;
  /** Where it sits, in a few words. */
  where: string;
  /** The source address of its packets as a node sees them. */
  sourceIP: string;
  /** The network namespace its sockets are in, by name; null outside of the cluster. */
  netns: string | null;
};

/** A connection that a client opens, at a minute of the story; `node` is the one that balances it. */
export type PlannedConnection = { clientId: string; minute: number; node: 1 | 2; clientPort: number };

/** The Service's address for clients of each place, and the story's clients and connections. */
type AffinityStory = {
  serviceAddress: string;
  clients: readonly AffinityClient[];
  connections: readonly PlannedConnection[];
};

/** The backends, as in the reference's examples. */
export const backendAddresses: Readonly<Record<BackendLetter, { ip: string; port: number; node: 1 | 2 }>> = {
  A: { ip: '10.0.1.21', port: 8080, node: 1 },
  B: { ip: '10.0.1.22', port: 8080, node: 1 },
  C: { ip: '10.0.2.21', port: 8080, node: 2 },
  D: { ip: '10.0.2.22', port: 8080, node: 2 },
};

/** When a backend begins to shut down, in minutes. */
export const goneMinute = 360;
/** The end of the story, in minutes. */
export const lastMinute = 660;

const outsideClients: readonly AffinityClient[] = [
  { id: 'laptop', name: 'Laptop', where: 'an address of its own', sourceIP: '198.51.100.7', netns: null },
  { id: 'pod1', name: 'Pod 1', where: 'behind a NAT', sourceIP: '198.51.100.99', netns: null },
  { id: 'pod2', name: 'Pod 2', where: 'behind the same NAT', sourceIP: '198.51.100.99', netns: null },
  { id: 'phone', name: 'Phone', where: 'comes in by node 2 later', sourceIP: '198.51.100.44', netns: null },
];

const insideClients: readonly AffinityClient[] = [
  { id: 'app', name: 'web, app', where: 'pod web, node 1', sourceIP: '10.0.1.11', netns: 'pod web' },
  { id: 'sidecar', name: 'web, sidecar', where: 'the same pod', sourceIP: '10.0.1.11', netns: 'pod web' },
  { id: 'job', name: 'job', where: 'another pod, node 1', sourceIP: '10.0.1.12', netns: 'pod job' },
  { id: 'process', name: 'Host process', where: 'on node 1', sourceIP: '192.0.2.11', netns: 'host' },
  { id: 'hostpod', name: 'hostNetwork pod', where: 'on node 1', sourceIP: '192.0.2.11', netns: 'host' },
];

type Visit = [minute: number, clientId: string, node?: 2];

const outsideVisits: readonly Visit[] = [
  [0, 'laptop'],
  [20, 'pod1'],
  [40, 'pod2'],
  [60, 'phone'],
  [120, 'laptop'],
  [150, 'phone'],
  [240, 'laptop'],
  [260, 'phone', 2],
  [300, 'pod1'],
  [375, 'laptop'],
  [390, 'phone', 2],
  [405, 'pod2'],
  [600, 'laptop'],
  [620, 'pod1'],
];

const insideVisits: readonly Visit[] = [
  [0, 'app'],
  [20, 'sidecar'],
  [40, 'job'],
  [60, 'process'],
  [80, 'hostpod'],
  [130, 'app'],
  [190, 'job'],
  [240, 'sidecar'],
  [300, 'process'],
  [375, 'app'],
  [390, 'job'],
  [405, 'hostpod'],
  [600, 'sidecar'],
  [620, 'job'],
];

function connectionsOf(visits: readonly Visit[]): PlannedConnection[] {
  return visits.map(([minute, clientId, node], index) => ({
    clientId,
    minute,
    node: node ?? 1,
    // Each connection has a port of its own, as a client's kernel gives them out.
    clientPort: 40_000 + index * 37,
  }));
}

const stories: Readonly<Record<AffinityParameters['place'], AffinityStory>> = {
  outside: {
    serviceAddress: '203.0.113.10:80',
    clients: outsideClients,
    connections: connectionsOf(outsideVisits),
  },
  inside: {
    serviceAddress: '10.96.0.20:80',
    clients: insideClients,
    connections: connectionsOf(insideVisits),
  },
};

/** Gives who connects, and when. */
export function affinityStory(place: AffinityParameters['place']): AffinityStory {
  return stories[place];
}
