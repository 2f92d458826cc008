import { spawn } from 'node:child_process';

export type KubectlResult = { code: number; stdout: string; stderr: string };

/** Runs kubectl to its end, whatever that is; `input` goes to its stdin. */
export type Kubectl = (args: readonly string[], input?: string) => Promise<KubectlResult>;

/** kubectl, pointed at one kubeconfig. */
export function kubectlWith(file: string, kubeconfigPath: string): Kubectl {
  return (args, input = '') => {
    const child = spawn(file, ['--kubeconfig', kubeconfigPath, ...args]);
    const result = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (result.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (result.stderr += chunk.toString()));
    // It may end without reading what it was sent.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? 1, ...result }));
    });
  };
}
