import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatHumanDuration } from '../go/duration';
import type { ModuleHealth } from '../status/modules';

const leafWidth = 40;

type TreeNode = { name: string; report: string; children: TreeNode[] };

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function childOf(node: TreeNode, name: string): TreeNode {
  const known = node.children.find((child) => child.name === name);
  if (known !== undefined) return known;
  const child = { name, report: '', children: [] };
  node.children.push(child);
  return child;
}

/** Puts a report at the end of its path. A report that stood above moves into a leaf of its own, so that all are leaves. */
function insert(root: TreeNode, path: readonly string[], report: string): void {
  let node = root;
  path.forEach((name, index) => {
    node = childOf(node, name);
    if (index === path.length - 1 || node.report === '') return;
    childOf(node, '[reporter]').report = node.report;
    node.report = '';
  });
  node.report = report;
}

/** The tree of all modules; its one root is `agent`. */
function treeOf(modules: readonly ModuleHealth[]): TreeNode | undefined {
  const top: TreeNode = { name: '', report: '', children: [] };
  // The client has the joined text only: a dot in a name (a pod's, for one) parts it.
  const reports = modules.map((module) => ({ ...module, id: module.path.join('.') }));
  for (const { id, level, message, ageMs, count } of reports.sort((a, b) => byBytes(a.id, b.id))) {
    insert(top, id.split('.'), `[${level}] ${message} (${formatHumanDuration(ageMs)}, x${count})`);
  }
  return top.children[0];
}

function depth(node: TreeNode): number {
  return node.children.length === 0 ? 0 : 1 + Math.max(...node.children.map(depth));
}

function treeLines(children: readonly TreeNode[], level: number, deepest: number, indent: string): string[] {
  const sorted = [...children].sort((a, b) => byBytes(a.name, b.name));
  return sorted.flatMap((node, index) => {
    const last = index === sorted.length - 1;
    const room = Math.max(0, deepest - level);
    const text =
      node.report === ''
        ? node.name
        : node.name.padEnd(leafWidth + room * 2) + '  '.repeat(room) + node.report;
    return [
      `${indent}${last ? '└──' : '├──'} ${text}`,
      ...treeLines(node.children, level + 1, deepest, `${indent}${last ? '    ' : '│   '}`),
    ];
  });
}

/** The tree with a prefix before each line, and once more after the last. */
function body(root: TreeNode, prefix: string): string {
  const lines = [root.name, ...treeLines(root.children, 0, depth(root), '')];
  return `${prefix}${`${lines.join('\n')}\n`.replaceAll('\n', `\n${prefix}`)}`;
}

/**
 * Prints `Modules Health:` (v1.15 and later): the counts, or with `--verbose` the tree. From v1.18 the tree stands
 * behind the columns of the lines above, from v1.20 under the counts; both times an empty line follows
 * (pkg/health/client/modules.go).
 */
export function formatModulesHealth(
  modules: readonly ModuleHealth[],
  verbose: boolean,
  version: CiliumVersion,
): string {
  if (!atLeast(version, 15)) return '';
  const count = (level: ModuleHealth['level']): number =>
    modules.filter((module) => module.level === level).length;
  const counts = `\tStopped(${count('STOPPED')}) Degraded(${count('DEGRADED')}) OK(${count('OK')})\n`;
  const root = treeOf(modules);
  const end = atLeast(version, 18) ? '\n' : '';
  if (!verbose) return `Modules Health:${counts}${end}`;
  const under = atLeast(version, 20) ? counts : atLeast(version, 18) ? '' : '\n';
  const prefix = atLeast(version, 20) ? '  ' : '\t\t';
  return `Modules Health:${under}${root === undefined ? '' : `${body(root, prefix)}\n`}${end}`;
}
