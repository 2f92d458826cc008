import type { SocketRun } from './socket-run';
import { releaseHookSinceMinor } from './steps-at-socket';

/** One hook of the socket load balancer: what it is there for, and what it does in a run. */
type SocketHook = {
  /** As Cilium attaches it: `cgroup/connect4`. */
  hook: string;
  /** When the kernel runs it. */
  runs: string;
  rewrites: string;
  /** What it does in this run. */
  here: string;
  /** The prediction whose answer it gives away. */
  tells: string | null;
  isUsed: boolean;
};

/** Gives every hook (pkg/socketlb, bpf/bpf_sock.c), and what each does in a run. */
export function socketHooks(run: SocketRun): SocketHook[] {
  const { digit } = run.addresses;
  const isThere = run.parameters.coverage !== 'off';
  const row = (name: string, runs: string, rewrites: string, tells: string | null): SocketHook => {
    const step = run.steps.find(({ hook }) => hook === `cgroup/${name}`);
    const isUsed = step !== undefined && (step.rewrites !== null || step.map !== null);
    return {
      ...{ hook: `cgroup/${name}`, runs, rewrites, tells, isUsed },
      here: !isThere ? 'not attached' : hereWords(run, step),
    };
  };
  return [
    row(`connect${digit}`, 'connect(2): TCP, connected UDP', 'the destination, to a backend', 'who'),
    row(
      `sendmsg${digit}`,
      'sendto(2), sendmsg(2) of unconnected UDP',
      'the destination, to a backend',
      'who',
    ),
    row(`recvmsg${digit}`, 'recvmsg(2) of UDP', 'the sender, back to the Service', 'who'),
    row(
      `getpeername${digit}`,
      'getpeername(2), Linux 5.8 and later',
      'the answer, back to the Service',
      'peer',
    ),
    {
      hook: `cgroup/post_bind${digit}`,
      runs: 'bind(2) on the host, with bind protection',
      rewrites: 'nothing: it refuses ports of NodePort Services',
      here: isThere ? 'nobody binds' : 'not attached',
      tells: null,
      isUsed: false,
    },
    ...(run.parameters.minor >= releaseHookSinceMinor
      ? [row('sock_release', 'close(2), since v1.18', 'nothing: it deletes what was noted', 'who')]
      : []),
  ];
}

function hereWords(run: SocketRun, step: SocketRun['steps'][number] | undefined): string {
  if (step === undefined) return 'does not run';
  switch (step.rewrites) {
    case 'once':
      return 'runs once';
    case 'each':
      return run.parameters.packets === 1 ? 'runs once' : `runs ${run.parameters.packets} times`;
    case 'asked':
      return 'runs when asked';
    case null:
      return step.map === null ? 'returns at once' : 'runs once';
  }
}
