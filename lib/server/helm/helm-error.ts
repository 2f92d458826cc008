import { KubeError } from '@/lib/server/kube/kube-error';

/** The helm command failed, or was ended because it took or printed too much. `said` are its last words. */
export class HelmFailedError extends KubeError {
  override name = 'HelmFailedError';
  constructor(what: string, said: string) {
    const words = said.trim().replace(/\s+/g, ' ').slice(-800) || 'It said nothing.';
    super('command-failed', {
      title: 'Helm failed',
      detail: `${what}: ${words}`,
      hint: 'Look at the release with `helm history`, and at what Helm says of it.',
    });
  }
}

/** There is no helm command to run, where there was one when the change was made. */
export class HelmMissingError extends KubeError {
  override name = 'HelmMissingError';
  constructor(release: string) {
    super('no-such-binary', {
      title: 'No helm command',
      detail: `${release} was changed through Helm, and there is no helm command here now.`,
      hint: 'Install helm, or start with --helm PATH.',
    });
  }
}

/** The release is in a state in which Helm takes nothing, or somebody else made a revision meanwhile. */
export class ReleaseStateError extends KubeError {
  override name = 'ReleaseStateError';
  constructor(detail: string, hint: string) {
    super('bad-request', { title: 'The Helm release stands otherwise', detail, hint });
  }
}

/** What the chart would write is not what the plan says. */
export class ChartDiffersError extends KubeError {
  override name = 'ChartDiffersError';
  constructor(release: string, reasons: readonly string[]) {
    super('bad-request', {
      title: 'The chart would write something else',
      detail: `${release}: ${reasons.join(' ')}`,
      hint: 'Nothing was written. Plan these changes as well, or patch the ConfigMap directly, despite its owner.',
    });
  }
}

/** What Helm keeps of a release cannot be used to upgrade it. */
export class ReleaseUnusableError extends KubeError {
  override name = 'ReleaseUnusableError';
  constructor(detail: string) {
    super('unreadable', {
      title: 'The release cannot be upgraded from here',
      detail,
      hint: 'Run the `helm upgrade` of the plan by hand, or patch the ConfigMap directly.',
    });
  }
}
