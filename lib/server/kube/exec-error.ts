import { KubeError } from './kube-error';

/** Where a command was to run. */
export type ExecTarget = { namespace: string; pod: string; container: string };

const place = ({ namespace, pod }: ExecTarget) => `pod ${namespace}/${pod}`;
const saidMaxChars = 300;
const bounded = (text: string) => text.trim().replace(/\.$/, '').slice(0, saidMaxChars);

/** No answer within the time limit. */
export class ExecTimeoutError extends KubeError {
  override name = 'ExecTimeoutError';
  constructor(target: ExecTarget, commandLine: string, limitMs: number) {
    super('timed-out', {
      title: 'No answer in time',
      detail: `\`${commandLine}\` in ${place(target)} gave no full answer within ${limitMs / 1000} s.`,
      hint: 'The agent may hang: look at its log and at the load of its node.',
    });
  }
}

/** More output than the limit; what came was thrown away. */
export class ExecTooLargeError extends KubeError {
  override name = 'ExecTooLargeError';
  constructor(target: ExecTarget, commandLine: string, limitBytes: number) {
    super('too-large', {
      title: 'Answer too large',
      detail: `\`${commandLine}\` in ${place(target)} printed more than ${Math.round(limitBytes / 2 ** 20)} MiB.`,
      hint: 'Raise the size limit if the table is really that large.',
    });
  }
}

/** The connection closed before the status channel spoke: whether the output is whole, nobody knows. */
export class HalfAnswerError extends KubeError {
  override name = 'HalfAnswerError';
  constructor(target: ExecTarget, commandLine: string, sizeBytes: number) {
    super('half-answer', {
      title: 'Half an answer',
      detail: `The connection closed in the middle of \`${commandLine}\` in ${place(target)}, after ${sizeBytes} bytes and without an exit code.`,
      hint: 'The pod may have been restarted, or a proxy cut the connection. It is asked again by itself.',
    });
  }
}

/** Neither `cilium-dbg` nor `cilium` is in the image. */
export class NoSuchBinaryError extends KubeError {
  override name = 'NoSuchBinaryError';
  constructor(target: ExecTarget, binary: string) {
    super('no-such-binary', {
      title: 'No such command',
      detail: `The image of ${place(target)} has no command ${binary}.`,
      hint: 'Check that the pod runs an image of the Cilium agent.',
    });
  }
}

/** The pod is there and its container is not, or not under this name. */
export class NoSuchContainerError extends KubeError {
  override name = 'NoSuchContainerError';
  constructor(target: ExecTarget, said: string) {
    super('no-such-container', {
      title: 'No such container',
      detail: `In ${place(target)} there is no running container ${target.container}: ${bounded(said)}.`,
      hint: 'It may be starting or restarting; `kubectl describe pod` tells.',
    });
  }
}

/** The pod went away. */
export class PodGoneError extends KubeError {
  override name = 'PodGoneError';
  constructor(target: ExecTarget) {
    super('pod-gone', {
      title: 'Pod gone',
      detail: `There is no ${place(target)} any more.`,
      hint: 'Its DaemonSet makes a new one, which is asked by itself.',
    });
  }
}

/** The pod is not (yet, or any more) running its agent. */
export class PodNotReadyError extends KubeError {
  override name = 'PodNotReadyError';
  constructor(target: ExecTarget, said: string) {
    super('not-ready', {
      title: 'Agent not ready',
      detail: `The agent in ${place(target)} cannot be asked: ${bounded(said)}.`,
      hint: 'Look at the pod with `kubectl describe pod`; it is asked again by itself.',
    });
  }
}

/**
 * Our credentials may not exec. Over a WebSocket that is a GET, and takes the verb `get` on `pods/exec`; since
 * Kubernetes 1.35 `create` too (feature gate AuthorizePodWebsocketUpgradeCreatePermission).
 */
export class ExecForbiddenError extends KubeError {
  override name = 'ExecForbiddenError';
  constructor(target: ExecTarget, said: string) {
    super('forbidden', {
      title: 'Exec forbidden',
      detail: `We may not run commands in ${place(target)}: ${bounded(said)}.`,
      hint: `Allow "get" and "create" on "pods/exec" in namespace ${target.namespace}.`,
    });
  }
}

/** The container runtime or kubelet could not run the command. */
export class ExecFailedError extends KubeError {
  override name = 'ExecFailedError';
  constructor(target: ExecTarget, commandLine: string, said: string) {
    super('server-error', {
      title: 'Command not run',
      detail: `\`${commandLine}\` could not be run in ${place(target)}: ${bounded(said)}.`,
      hint: 'It is tried again by itself; the kubelet of the node knows more.',
    });
  }
}
