import type { PodLife } from './pod-life';
import { neededSeconds } from './pod-life';
import type { TerminationParameters } from './termination-parameters';

/** How a connection that was open before the deletion ends. */
export type OpenConnection = {
  neededSeconds: number;
  endsAt: number;
  /** `done`, or what broke it: the pod's process, its node, or the table, which no longer lists the backend. */
  end: 'done' | 'process' | 'node' | 'table';
};

/**
 * Gives what becomes of the open connections. From outside, the connection's entry keeps its backend in any state, as
 * long as the backends map has it; once it has not, the next packet goes to another pod, which likely resets it. A
 * pod's socket is connected to the backend itself: what the table says does not reach it (bpf/lib/lb.h, bpf_sock.c).
 */
export function openConnections(
  parameters: TerminationParameters,
  { exitAt }: PodLife,
  unlistedAt: number | null,
): OpenConnection[] {
  const { client, ending } = parameters;
  const cutAt = client === 'outside' ? (unlistedAt ?? Infinity) : Infinity;
  const lostAt = Math.min(exitAt, cutAt);
  const cause = ending === 'node-lost' ? 'node' : cutAt < exitAt ? 'table' : 'process';
  return neededSeconds(parameters).map((needed) =>
    needed <= lostAt
      ? { neededSeconds: needed, endsAt: needed, end: 'done' }
      : { neededSeconds: needed, endsAt: lostAt, end: cause },
  );
}
