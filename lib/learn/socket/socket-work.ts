import { coverages, type Coverage, type SocketParameters } from './socket-parameters';
import { socketRun, type SocketRun } from './socket-run';

/** What a connection costs. */
export type SocketWork = {
  /** How often an address was put in place of another, in calls or in packets; what a program asks for is not counted. */
  translations: number;
  /** Of these, how many were in packets: there and back. */
  packetsRewritten: number;
  /** Once is all there is, however many packets follow. */
  isConstant: boolean;
  /** Entries of connection tracking that remember the Service. */
  conntrackEntries: number;
};

/** Counts what a run does for its packets: as many come back as are sent. Null where it is not Cilium's to do. */
export function socketWork({ steps, place, outcome, parameters }: SocketRun): SocketWork | null {
  if (outcome !== 'answered') return null;
  const once = steps.filter(({ rewrites }) => rewrites === 'once').length;
  const each = steps.filter(({ rewrites }) => rewrites === 'each').length;
  return {
    translations: once + each * parameters.packets,
    packetsRewritten: place === 'socket' ? 0 : each * parameters.packets,
    isConstant: each === 0,
    conntrackEntries: place === 'socket' ? 0 : 1,
  };
}

/** Gives the work with each coverage, the other parameters as they are. */
export function workByCoverage(
  parameters: SocketParameters,
): { coverage: Coverage; run: SocketRun; work: SocketWork | null }[] {
  return coverages.map((coverage) => {
    const run = socketRun({ ...parameters, coverage });
    return { coverage, run, work: socketWork(run) };
  });
}
