import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import type { Prediction, PredictionOption } from '../predict/prediction';
import { addedBytes } from '../packet/wire-parts';
import { bytesWhy } from './bytes-why';
import { nodeNames } from './dsr-question';

type Hops = PacketWalk['hops'];

/** Gives the questions that a walk can answer, in the order of its hops; the right answers are read off the walk. */
export function dsrPredictions(walk: PacketWalk, question: PacketQuestion): Prediction[] {
  return [bytesAdded(walk.hops, question), sourceSeen(walk, question), answerer(walk.hops, question)].filter(
    (prediction) => prediction !== null,
  );
}

/** Bytes that DSR or a tunnel may add, by family, the ones to choose from first. */
const bytesToChoose = { IPv4: [0, 8, 62, 50, 20], IPv6: [0, 24, 94, 70, 40] } as const;

function bytesAdded(hops: Hops, { to }: PacketQuestion): Prediction | null {
  const sent = hops.find(
    ({ place }) => place.kind === 'wire' && place.from === nodeNames[0] && place.to === nodeNames[1],
  );
  if (sent === undefined) return null;
  const right = addedBytes(sent.after);
  const grown = hops.findIndex(({ after }) => addedBytes(after) > 0);
  const pool = bytesToChoose[to.ip.includes(':') ? 'IPv6' : 'IPv4'].filter((bytes) => bytes !== right);
  const bytes = [right, ...pool.slice(0, 2)].sort((a, b) => a - b);
  return {
    id: 'bytes',
    step: grown < 0 ? hops.indexOf(sent) : grown,
    question: 'How many bytes does the packet gain on its way to node 2?',
    options: bytes.map((count) => ({
      id: String(count),
      words: count === 0 ? 'none' : `${count} bytes`,
      address: null,
    })),
    rightId: String(right),
    fact: right === 0 ? 'Nothing is added' : `${right} bytes are added`,
    why: bytesWhy(sent.after, to.ip),
  };
}

function sourceSeen({ hops, seenByBackend }: PacketWalk, question: PacketQuestion): Prediction | null {
  const step = hops.findIndex(({ place, lane }) => place.kind === 'pod' && lane === 'request');
  const { client, nodes, to } = question;
  const entry = nodes.get(nodeNames[0]);
  if (step < 0 || seenByBackend === null || client.kind !== 'outside' || entry === undefined) return null;
  const family = to.ip.includes(':') ? 'IPv6' : 'IPv4';
  const inTunnel = entry.settings.tunnel !== null;
  const all: (PredictionOption & { address: string | null })[] = [
    { id: 'client', words: 'the client', address: client.ip },
    { id: 'node', words: 'node 1', address: entry.ips[family] },
    { id: 'inside', words: 'node 1, its cilium_host', address: inTunnel ? entry.internalIPs[family] : null },
    { id: 'service', words: 'the Service', address: to.ip },
  ];
  // A node port's Service has the node's own address: one answer, not two.
  const options = all.filter(
    ({ address }, index) => address !== null && all.findIndex((other) => other.address === address) === index,
  );
  const right = options.find(({ address }) => address === seenByBackend.ip);
  if (right === undefined) return null;
  return {
    id: 'source',
    step,
    question: 'Which source address will the pod see?',
    options,
    rightId: right.id,
    fact: `The pod sees ${right.words}`,
    why: sourceWhy(right.id, hops),
  };
}

function sourceWhy(seen: string, hops: Hops): string {
  if (seen === 'inside')
    return 'Node 1 must get the answer, and through the tunnel the way back leads to its cilium_host address. Logs and network policies on node 2 see that one too.';
  if (seen === 'node')
    return 'Node 1 must get the answer to translate it back, so it put its own address in as the source. Logs and network policies on node 2 see node 1 too.';
  if (!hops.some(({ place }) => place.kind === 'node' && place.node === nodeNames[1]))
    return 'The pod runs on the node that got the packet. There only the destination changes, in every mode.';
  return 'Node 1 left the source as it was. Its own address is nowhere in what the pod gets, so the answer need not pass it.';
}

function answerer(hops: Hops, { to }: PacketQuestion): Prediction | null {
  const answered = hops.findIndex(({ place, lane }) => place.kind === 'pod' && lane === 'answer');
  const out = hops.find(({ place, lane }) => place.kind === 'wire' && place.to === null && lane === 'answer');
  const from = out?.place.kind === 'wire' ? out.place.from : null;
  if (answered < 0 || hops[answered + 1] === undefined || out === undefined || from === null) return null;
  const isNodeOne = from === nodeNames[0];
  const isLocal =
    !hops.some(({ place }) => place.kind === 'node' && place.node === nodeNames[1]) &&
    !hops.some(({ place }) => place.kind === 'wire' && place.to === nodeNames[1]);
  return {
    id: 'answerer',
    step: answered + 1,
    question: 'Who sends the answer to the client?',
    options: [
      { id: 'node1', words: 'node 1, as the Service', address: to.ip },
      { id: 'node2', words: 'node 2, as the Service', address: to.ip },
      {
        id: 'pod',
        words: 'the pod, under its own address',
        address: hops[answered]?.after.source.ip ?? null,
      },
    ],
    rightId: isNodeOne ? 'node1' : 'node2',
    fact: isNodeOne ? 'Node 1 answers' : 'Node 2 answers, past node 1',
    why: answererWhy(isNodeOne, isLocal),
  };
}

function answererWhy(isNodeOne: boolean, isLocal: boolean): string {
  if (isLocal)
    return 'The pod is on node 1 itself, which puts the Service’s address back on what the pod sends.';
  if (isNodeOne)
    return 'The pod answers whom it saw, and only node 1 knows which client that stands for: every answer takes one hop more.';
  return 'Node 2 was told the Service’s address, and puts it in as the source. Node 1 never sees the answer, and keeps nothing for it.';
}
