import type { ApiStatus, ApiStatusError } from './api-status-error';
import { ForbiddenError, UnauthenticatedError } from './api-status-error';
import type { ExecTarget } from './exec-error';
import {
  ExecFailedError,
  ExecForbiddenError,
  NoSuchBinaryError,
  NoSuchContainerError,
  PodGoneError,
  PodNotReadyError,
} from './exec-error';
import type { KubeError } from './kube-error';

// Words of containerd, CRI-O and runc (`exec: "cilium-dbg": executable file not found in $PATH`), and of a full path.
const noBinary = /executable file not found|exec: .*no such file or directory/i;
const noContainer = /container .*(not found|is not valid for pod)|is not valid for pod/i;
const notRunning =
  /PodInitializing|ContainerCreating|CrashLoopBackOff|not running|is waiting to start|completed pod|does not have a host assigned|container is in .* state/i;

/** Tells the refusal of the exec call itself (an HTTP status instead of a WebSocket) as the class it is. */
export function toExecRefusal(target: ExecTarget, commandLine: string, refusal: ApiStatusError): KubeError {
  const said = refusal.message;
  if (refusal instanceof UnauthenticatedError) return refusal;
  if (refusal instanceof ForbiddenError) return new ExecForbiddenError(target, said);
  if (refusal.httpStatus === 429) return refusal;
  if (notRunning.test(said)) return new PodNotReadyError(target, said);
  if (noContainer.test(said)) return new NoSuchContainerError(target, said);
  if (refusal.httpStatus === 404) return new PodGoneError(target);
  return new ExecFailedError(target, commandLine, said);
}

/**
 * Reads the status channel: the exit code of a command that ran (0 for success), or the error of one that did not.
 */
export function readExecStatus(
  target: ExecTarget,
  argv: readonly string[],
  status: ApiStatus,
): { exitCode: number } | { error: KubeError } {
  if (status.status === 'Success') return { exitCode: 0 };
  const said = status.message ?? status.reason ?? 'no reason given';
  if (noBinary.test(said)) return { error: new NoSuchBinaryError(target, argv[0] ?? '') };
  const cause = status.details?.causes?.find(({ reason }) => reason === 'ExitCode');
  const exitCode = Number(cause?.message ?? NaN);
  if (status.reason === 'NonZeroExitCode' && Number.isInteger(exitCode)) return { exitCode };
  if (notRunning.test(said)) return { error: new PodNotReadyError(target, said) };
  if (noContainer.test(said)) return { error: new NoSuchContainerError(target, said) };
  return { error: new ExecFailedError(target, argv.join(' '), said) };
}
