import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatHumanDuration } from '../go/duration';
import type { ModuleHealth } from '../status/modules';

const leafWidth = 40;

type TreeNode = { name: string; leaf: string; children: TreeNode[] };

function treeOf(modules: readonly ModuleHealth[]): TreeNode {
  const root: TreeNode = { name: 'agent', leaf: '', children: [] };
  for (const { path, level, message, ageMs, count } of modules) {
    let node = root;
    for (const name of path.slice(1)) {
      let child = node.children.find((candidate) => candidate.name === name);
      if (child === undefined) {
        child = { name, leaf: '', children: [] };
        node.children.push(child);
      }
      node = child;
    }
    node.leaf = `[${level}] ${message} (${formatHumanDuration(ageMs)}, x${count})`;
  }
  return root;
}

function depth(node: TreeNode): number {
  return node.children.length === 0 ? 0 : 1 + Math.max(...node.children.map(depth));
}

function treeLines(children: readonly TreeNode[], level: number, deepest: number, indent: string): string[] {
  return children.flatMap((node, index) => {
    const last = index === children.length - 1;
    const room = Math.max(0, deepest - level);
    const name =
      node.leaf === '' ? node.name : node.name.padEnd(leafWidth + room * 2) + '  '.repeat(room) + node.leaf;
    return [
      `${indent}${last ? '└──' : '├──'} ${name}`,
      ...treeLines(node.children, level + 1, deepest, `${indent}${last ? '    ' : '│   '}`),
    ];
  });
}

/**
 * Prints `Modules Health:` (v1.15 and later): the counts, or with `--verbose` the tree. From v1.18 the tree stands
 * behind the columns of the lines above, from v1.20 under the counts.
 */
export function formatModulesHealth(
  modules: readonly ModuleHealth[],
  verbose: boolean,
  version: CiliumVersion,
): string {
  if (!atLeast(version, 15)) return '';
  const count = (level: ModuleHealth['level']): number =>
    modules.filter((module) => module.level === level).length;
  const counts = `Modules Health:\tStopped(${count('STOPPED')}) Degraded(${count('DEGRADED')}) OK(${count('OK')})\n`;
  if (!verbose) return counts;
  const root = treeOf(modules);
  const lines = [root.name, ...treeLines(root.children, 0, depth(root), '')];
  if (atLeast(version, 20)) return counts + lines.map((line) => `  ${line}\n`).join('') + '\n';
  if (atLeast(version, 18)) return `Modules Health:\t\t${lines.join('\n\t\t')}\n\t\t\n\n`;
  return `Modules Health:\n\t\t${lines.join('\n\t\t')}\n\t\t\n`;
}
