import type { GlossaryWord } from './glossary-word';

/**
 * Words of the choice of a backend.
 * Source: Cilium main 1.21-dev, pkg/maglev/maglev.go, bpf/lib/lb.h, bpf/bpf_sock.c; tables computed with that code.
 */
export const selectionWords = [
  {
    id: 'backend-selection',
    word: 'Backend selection',
    also: ['load-balancing algorithm', 'algorithm'],
    text: 'How a node chooses the backend of a new connection that comes from outside: Random or Maglev. Socket LB always chooses at random. Once chosen, a connection keeps its backend.',
    see: ['random', 'maglev', 'conntrack'],
    links: [
      { to: 'field', id: 'backend-selection' },
      { to: 'simulator', id: 'maglev' },
    ],
  },
  {
    id: 'random',
    word: 'Random',
    also: [],
    text: 'Each new connection takes one of the slots of the frontend at random; the connection’s entry remembers it. It needs no table. Two nodes may choose differently for the same flow.',
    see: ['maglev', 'conntrack', 'slot'],
    links: [
      { to: 'field', id: 'backend-selection' },
      { to: 'simulator', id: 'maglev' },
    ],
  },
  {
    id: 'maglev',
    word: 'Maglev',
    also: ['consistent hashing'],
    text: 'Every node computes the same table from the same backends, and looks a flow up in it by its hash. So any node sends a flow to the same backend, and few flows move when a backend goes. It is used for frontends that can be reached from outside.',
    see: ['table-size', 'permutation', 'disruption', 'ecmp'],
    links: [
      { to: 'field', id: 'backend-selection' },
      { to: 'simulator', id: 'maglev' },
    ],
  },
  {
    id: 'table-size',
    word: 'Table size M',
    also: ['LutSize', 'bpf-lb-maglev-table-size'],
    text: 'How many slots a Maglev table has: a prime from 251 to 131071, by default 16381. Each slot takes 4 bytes for each Service and IP family. The documentation asks for more than 100 slots a backend.',
    see: ['maglev', 'slot', 'disruption'],
    links: [{ to: 'simulator', id: 'maglev' }],
  },
  {
    id: 'slot',
    word: 'Slot',
    also: [],
    text: 'A place in a table that names a backend. In the Services map a frontend has slot 0, then one slot for each backend that takes new connections, and behind these those that take none, but for backends in maintenance; in a Maglev table each backend has many, nearly the same number as every other.',
    see: ['table-size', 'bpf-map'],
    links: [{ to: 'simulator', id: 'maglev' }],
  },
  {
    id: 'permutation',
    word: 'Permutation',
    also: ['preference list'],
    text: 'The order in which a backend would take the slots of a Maglev table: (offset + j · skip) mod M, with offset and skip from the hash of its name. The backends take turns, each its next slot that is free.',
    see: ['maglev', 'slot', 'hash-seed'],
    links: [{ to: 'simulator', id: 'maglev' }],
  },
  {
    id: 'disruption',
    word: 'Disruption',
    also: ['collateral'],
    text: 'The share of slots of backends that stayed which move all the same when one goes. With the default seed, 16381 slots and 100 equal backends, it was measured at 1.31 %. A larger table moves fewer.',
    see: ['maglev', 'table-size'],
    links: [{ to: 'simulator', id: 'maglev' }],
  },
  {
    id: 'hash-seed',
    word: 'Hash seed',
    also: ['bpf-lb-maglev-hash-seed'],
    text: 'Twelve bytes in base64 from which Maglev’s hashes start. Every node must have the same, or their tables differ. The default is JLfvgnHc2kaSUFaI.',
    see: ['maglev', 'permutation'],
    links: [{ to: 'page', id: 'settings' }],
  },
  {
    id: 'weight',
    word: 'Weight',
    also: ['service.cilium.io/weight'],
    text: 'How large a share of a Maglev table a backend gets, against the others; 100 where nothing is said. Weight 0 puts it in maintenance. An EndpointSlice can carry it as an annotation since 1.20.',
    see: ['maglev', 'maintenance'],
    links: [{ to: 'simulator', id: 'maglev' }],
  },
  {
    id: 'session-affinity',
    word: 'Session affinity',
    also: ['ClientIP', 'sticky sessions'],
    text: 'A client keeps the backend it had, for three hours after its last use by default. Who counts as one client: the source address for traffic from outside and for each packet; the network namespace with Socket LB. Nodes do not tell each other.',
    see: ['netns-cookie', 'active'],
    links: [
      { to: 'field', id: 'session-affinity' },
      { to: 'simulator', id: 'session-affinity' },
    ],
  },
] as const satisfies readonly GlossaryWord[];
