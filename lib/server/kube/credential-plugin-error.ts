import { KubeError } from './kube-error';

const lastLineMaxChars = 400;

/** The command of the kubeconfig's `exec` credential plugin is not installed. */
export class CredentialPluginMissingError extends KubeError {
  override name = 'CredentialPluginMissingError';
  constructor(command: string, installHint: string | null) {
    super('unauthenticated', {
      title: 'Credential plugin missing',
      detail: `The kubeconfig gets its credentials from the command ${JSON.stringify(command)}, which is not installed.`,
      hint: installHint ?? `Install ${command} or put it on the PATH.`,
    });
  }
}

/** The credential plugin ran and gave no credential. `reason` is bounded before it is shown. */
export class CredentialPluginError extends KubeError {
  override name = 'CredentialPluginError';
  constructor(commandLine: string, reason: string) {
    super('unauthenticated', {
      title: 'Credential plugin failed',
      detail: `The credential command ${JSON.stringify(commandLine)} failed: ${lastLine(reason)}.`,
      hint: 'Run the command by hand; it often wants a new log-in.',
    });
  }
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  const last = lines.at(-1)?.trim().replace(/\.$/, '') ?? '';
  return last === '' ? 'it printed nothing' : last.slice(0, lastLineMaxChars);
}
