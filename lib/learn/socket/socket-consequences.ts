import type { SocketParameters } from './socket-parameters';
import type { Coverage } from './socket-parameters';
import type { SocketRun } from './socket-run';
import { workByCoverage, type SocketWork } from './socket-work';

/** One consequence for each coverage, in the order of `coverages`; `tells` is the prediction whose answer it gives away. */
type SocketConsequence = { label: string; cells: string[]; tells: string | null };

type Column = { coverage: Coverage; run: SocketRun; work: SocketWork | null };

/** Gives what each coverage gives and costs, the other parameters as they are. */
export function socketConsequences(parameters: SocketParameters): SocketConsequence[] {
  const columns = workByCoverage(parameters);
  const row = (label: string, tells: string | null, cell: (column: Column) => string): SocketConsequence => ({
    label,
    tells,
    cells: columns.map(cell),
  });
  const { packets, caller } = parameters;
  const sees = caller === 'sidecar' ? [row('The sidecar sees', 'who', ({ run }) => seen(run))] : [];
  return [
    row('Translated', 'who', ({ run }) => whereWords(run)),
    ...sees,
    row('getpeername says', 'peer', ({ run }) => peerWords(run)),
    row(`Translations, ${packets} there and ${packets} back`, 'count', ({ work }) =>
      count(work?.translations),
    ),
    row('Packets rewritten', 'count', ({ work }) => count(work?.packetsRewritten)),
    row('Connection tracking for the Service', 'count', ({ work }) =>
      work === null ? '–' : work.conntrackEntries === 0 ? 'none' : 'one entry',
    ),
  ];
}

function whereWords({ place }: SocketRun): string {
  return {
    socket: 'in the system call',
    'pod-device': 'at the pod’s device',
    'node-device': 'at the node’s device',
    'kube-proxy': 'by kube-proxy, if there is one',
    nobody: 'nowhere: no answer comes',
  }[place];
}

function seen({ place }: SocketRun): string {
  return place === 'socket' ? 'a pod’s address' : 'the Service’s address';
}

function peerWords({ outcome, style, place }: SocketRun): string {
  if (outcome !== 'answered') return '–';
  if (style === 'udp-unconnected') return 'no peer';
  return place === 'socket' ? 'the Service, by the hook' : 'the Service';
}

function count(number: number | undefined): string {
  return number === undefined ? '–' : number.toLocaleString('en');
}

/** What a coverage is called, short. */
export const coverageWords: Record<Coverage, string> = {
  full: 'full',
  'host-only': 'host namespace only',
  off: 'off',
};
