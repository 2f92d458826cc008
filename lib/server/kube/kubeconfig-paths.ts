import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Gives the kubeconfig files kubectl would read: the one named, else KUBECONFIG's list, else `~/.kube/config`. */
export function kubeconfigPaths(
  named: string | undefined,
  environment: Record<string, string | undefined>,
): string[] {
  const list = named ?? environment.KUBECONFIG ?? '';
  const paths = list.split(delimiter).filter((path) => path !== '');
  return paths.length > 0 ? paths : [join(environment.HOME ?? homedir(), '.kube', 'config')];
}

/** True where at least one of the files exists. */
export function anyKubeconfigExists(paths: readonly string[]): boolean {
  return paths.some((path) => existsSync(path));
}
