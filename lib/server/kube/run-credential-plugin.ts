import { spawn } from 'node:child_process';
import { CredentialPluginError, CredentialPluginMissingError } from './credential-plugin-error';
import type { CredentialPlugin, KubeconfigCluster } from './kubeconfig-schema';

const timeLimitMs = 60_000;
const outputMaxBytes = 1 << 20;

/**
 * Runs the command as client-go does (KUBERNETES_EXEC_INFO set, never interactive) and gives its standard output.
 * Throws `CredentialPluginMissingError` where there is no such command, `CredentialPluginError` for every other failure.
 */
export function runCredentialPlugin(plugin: CredentialPlugin, cluster: KubeconfigCluster): Promise<string> {
  const args = plugin.args ?? [];
  const commandLine = [plugin.command, ...args].join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(plugin.command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...Object.fromEntries((plugin.env ?? []).map(({ name, value }) => [name, value])),
        KUBERNETES_EXEC_INFO: JSON.stringify(execInfo(plugin, cluster)),
      },
    });
    let stdout = '';
    let stderr = '';
    let failure: CredentialPluginError | null = null;
    const stop = (reason: string) => {
      failure ??= new CredentialPluginError(commandLine, reason);
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(`no answer within ${timeLimitMs / 1000} s`), timeLimitMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.length > outputMaxBytes) stop('it printed more than 1 MiB');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4096);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      const missing = 'code' in error && error.code === 'ENOENT';
      reject(
        missing
          ? new CredentialPluginMissingError(plugin.command, plugin.installHint ?? null)
          : new CredentialPluginError(commandLine, error.message),
      );
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      if (failure !== null) reject(failure);
      else if (exitCode === 0) resolve(stdout);
      else reject(new CredentialPluginError(commandLine, stderr || `exit code ${exitCode ?? signal}`));
    });
  });
}

function execInfo(plugin: CredentialPlugin, cluster: KubeconfigCluster) {
  return {
    apiVersion: plugin.apiVersion ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(plugin.provideClusterInfo && {
        cluster: {
          server: cluster.server,
          'tls-server-name': cluster['tls-server-name'] ?? undefined,
          'insecure-skip-tls-verify': cluster['insecure-skip-tls-verify'] ?? undefined,
          'certificate-authority-data': cluster['certificate-authority-data'] ?? undefined,
          'proxy-url': cluster['proxy-url'] ?? undefined,
        },
      }),
    },
  };
}
