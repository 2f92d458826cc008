import type { TourStop } from './tour-stop';

/** The guided tour: ten stops, each at something that is really there. */
export const tourStops: readonly TourStop[] = [
  {
    id: 'source',
    page: 'overview',
    target: 'source',
    title: 'Which cluster you look at',
    text: 'Always named here. The training cluster is a small cluster of its own inside this program: what you change there touches nothing else. Open it to see how the cluster is reached and as which user.',
  },
  {
    id: 'freshness',
    page: 'overview',
    target: 'freshness',
    title: 'How fresh it is',
    text: 'Every Cilium agent is asked in turn for what its own commands print. This counts those that answered, and how long ago. An agent that does not answer is shown as silent, never as empty.',
  },
  {
    id: 'agents',
    page: 'overview',
    target: 'agents',
    title: 'One agent on each node',
    text: 'Each node translates Services by itself, with tables of its own. So every agent has a row here: its version, how it forwards, and whether it differs from the others.',
  },
  {
    id: 'attention',
    page: 'overview',
    target: 'attention',
    title: 'What to look at first',
    text: 'Services without a backend, agents that are silent, settings that differ between nodes. Each line leads to the place where it can be seen.',
  },
  {
    id: 'map',
    page: 'services',
    target: 'services',
    title: 'Frontends and their backends',
    text: 'At the left the addresses that clients use, then the pods that each is really load-balanced to, as the agents’ tables have it. Choose a row to see it on every node, with the line it was read from.',
  },
  {
    id: 'agreement',
    page: 'agreement',
    target: 'agreement',
    title: 'Do the nodes agree?',
    text: 'Each agent’s table is compared with the others’ and with the Kubernetes API. What differs is named, with since when; a difference that is to be expected for a moment is told apart from one that stays.',
  },
  {
    id: 'status',
    page: 'status',
    target: 'details',
    title: 'Every line explained',
    text: 'KubeProxyReplacement Details as the agent prints it. Choose a line: what it is, why it is so, what this node’s value means, what it costs, and how to see it by hand.',
  },
  {
    id: 'change',
    page: 'change',
    target: 'change',
    title: 'Change with a plan first',
    text: 'Choosing a value here changes nothing yet. It makes a plan: the start-up rules of the agent are checked on every node, and you see what would be written before anything is applied. A rollout can be undone.',
  },
  {
    id: 'simulator',
    page: 'dsrSimulator',
    target: 'stage',
    title: 'One packet, every header',
    text: 'A simulator walks through what the datapath does, step by step. It asks you to predict before it shows. All of it is in the link: send the link, and the other sees exactly this.',
  },
  {
    id: 'learn',
    page: 'learn',
    target: 'simulators',
    title: 'Where to go on',
    text: 'Every simulator, and the glossary beside them. Press ⌘K or Ctrl K on any page to find a Service, an address, a field or a word; press ? for the keys.',
  },
];

/** Gives the stop that the URL's word names, counted from 1; null for anything else. */
export function tourStopAt(word: string | null): { stop: TourStop; number: number } | null {
  if (word === null || !/^\d{1,2}$/.test(word)) return null;
  const number = Number(word);
  const stop = tourStops[number - 1];
  return stop === undefined ? null : { stop, number };
}
