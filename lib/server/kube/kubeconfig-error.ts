import { KubeError } from './kube-error';

/** None of the kubeconfig files exists. */
export class KubeconfigMissingError extends KubeError {
  override name = 'KubeconfigMissingError';
  constructor(paths: readonly string[]) {
    super('not-found', {
      title: 'No kubeconfig',
      detail:
        paths.length === 1
          ? `The kubeconfig file ${paths[0]} does not exist.`
          : `None of the kubeconfig files ${paths.join(', ')} exists.`,
      hint: 'Name an existing file with --kubeconfig or KUBECONFIG.',
    });
  }
}

/** A kubeconfig file cannot be read or is not what a kubeconfig is. */
export class KubeconfigUnreadableError extends KubeError {
  override name = 'KubeconfigUnreadableError';
  constructor(origin: string, reason: string, cause?: unknown) {
    super('bad-request', {
      title: 'Broken kubeconfig',
      detail: `The kubeconfig ${origin} cannot be read: ${reason}.`,
      hint: 'Run `kubectl config view` with the same file: it names the place of the error.',
      cause,
    });
  }
}

/** The context asked for, or the current one, is not in the kubeconfig. */
export class UnknownContextError extends KubeError {
  override name = 'UnknownContextError';
  constructor(context: string, known: readonly string[]) {
    super('not-found', {
      title: 'Unknown context',
      detail: `The kubeconfig has no context ${JSON.stringify(context)}; it has ${known.length === 0 ? 'none' : known.join(', ')}.`,
      hint: 'Choose one of them with --context.',
    });
  }
}

/** The kubeconfig names no current context and none was asked for. */
export class NoContextError extends KubeError {
  override name = 'NoContextError';
  constructor(known: readonly string[]) {
    super('not-found', {
      title: 'No current context',
      detail: `The kubeconfig has no current context; it has ${known.length === 0 ? 'no contexts at all' : `the contexts ${known.join(', ')}`}.`,
      hint: 'Choose one with --context, or set it with `kubectl config use-context`.',
    });
  }
}

/** A context points to a cluster or user that the kubeconfig lacks. */
export class DanglingContextError extends KubeError {
  override name = 'DanglingContextError';
  constructor(context: string, kind: 'cluster' | 'user', missing: string) {
    super('bad-request', {
      title: 'Incomplete context',
      detail: `The context ${JSON.stringify(context)} names the ${kind} ${JSON.stringify(missing)}, which the kubeconfig does not define.`,
      hint: 'Choose another context, or add the missing entry to the kubeconfig.',
    });
  }
}

/** In-cluster credentials were asked for outside a pod. */
export class NotInClusterError extends KubeError {
  override name = 'NotInClusterError';
  constructor() {
    super('not-found', {
      title: 'Not in a cluster',
      detail: 'There are no service account credentials here: this process does not run in a pod.',
      hint: 'Use a kubeconfig, or mount the service account token into the pod.',
    });
  }
}
