import type { KnobType } from '../settings/knob';

export type HelmChange = { path: string; value: string | null; type: KnobType };

type Tree = { [part: string]: Tree | string };

/** A value in the type that the chart wants: booleans and numbers bare, all else as a string; keys of `extraConfig` are strings whatever they are. */
export function helmValue({ path, value, type }: HelmChange): boolean | number | string | string[] | null {
  if (value === null || path.startsWith('extraConfig.')) return value;
  if (type === 'bool' && /^(?:true|false)$/.test(value)) return value === 'true';
  if ((type === 'int' || type === 'uint') && /^\d{1,15}$/.test(value)) return Number(value);
  if (type === 'list') return value.split(/[\s,]+/).filter((item) => item !== '');
  return value;
}

function lines(tree: Tree, indent: string): string[] {
  return Object.entries(tree).flatMap(([part, below]) =>
    typeof below === 'string'
      ? [`${indent}${part}: ${below}`]
      : [`${indent}${part}:`, ...lines(below, `${indent}  `)],
  );
}

/** Writes changes as a values file of Helm, `loadBalancer.mode` as a tree; null there takes a default away. */
export function helmValuesText(changes: readonly HelmChange[]): string {
  const root: Tree = {};
  for (const change of changes) {
    const parts = change.path.split('.');
    let at = root;
    for (const part of parts.slice(0, -1)) {
      const below = at[part];
      const next: Tree = typeof below === 'object' ? below : {};
      at[part] = next;
      at = next;
    }
    const last = parts.at(-1);
    if (last !== undefined) at[last] = JSON.stringify(helmValue(change));
  }
  return lines(root, '').join('\n');
}
