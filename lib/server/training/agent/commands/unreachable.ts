import type { CommandResult } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';

const socketPath = '/var/run/cilium/cilium.sock';

/** The clients that put the socket's path in the place of the host (until commit b9ec2aaece5, July 2023). */
function namesSocketAsHost(version: CiliumVersion): boolean {
  const { minor, patch } = version;
  const lastPatch: Record<number, number> = { 11: 18, 12: 11, 13: 4 };
  return !atLeast(version, 14) && (minor <= 10 || patch <= (lastPatch[minor] ?? -1));
}

/** The two lines a client prints when nothing answers on the agent's socket. */
export function connectionError(path: string, socket: 'missing' | 'refused', version: CiliumVersion): string {
  const host = namesSocketAsHost(version) ? `/${socketPath}` : '/localhost';
  const reason = socket === 'missing' ? 'no such file or directory' : 'connection refused';
  return `Get "http:/${host}/v1/${path}": dial unix ${socketPath}: connect: ${reason}\nIs the agent running?`;
}

export function failed(stderr: string, stdout = ''): CommandResult {
  return { stdout, stderr, exitCode: 1 };
}
