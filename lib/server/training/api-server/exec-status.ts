/** The Status that ends an exec on channel 3. The kubelet sends it without kind and apiVersion. */
export type ExecStatus = {
  metadata: Record<string, never>;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: { causes: { reason?: string; message: string }[] };
  code?: number;
};

/** The command ended. In v5 the API server words the exit itself, in v4 the kubelet does. */
export function exitStatus(exitCode: number, argv: readonly string[], protocol: string): ExecStatus {
  if (exitCode === 0) return { metadata: {}, status: 'Success' };
  const why =
    protocol === 'v5.channel.k8s.io'
      ? `command terminated with exit code ${exitCode}`
      : `error executing command [${argv.join(' ')}], exit code ${exitCode}`;
  return {
    metadata: {},
    status: 'Failure',
    message: `command terminated with non-zero exit code: ${why}`,
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: String(exitCode) }] },
  };
}

/** Something else than the command went wrong. */
export function internalStatus(message: string): ExecStatus {
  return {
    metadata: {},
    status: 'Failure',
    message: `Internal error occurred: ${message}`,
    reason: 'InternalError',
    details: { causes: [{ message }] },
    code: 500,
  };
}

/** What containerd and runc answer for a command that the image lacks. In v5 the API server wraps the kubelet's words. */
export function noSuchBinaryStatus(binary: string, execId: string, protocol: string): ExecStatus {
  const why =
    `error executing command in container: failed to exec in container: failed to start exec "${execId}": ` +
    `OCI runtime exec failed: exec failed: unable to start container process: exec: "${binary}": ` +
    'executable file not found in $PATH: unknown';
  return internalStatus(protocol === 'v5.channel.k8s.io' ? `Internal error occurred: ${why}` : why);
}
