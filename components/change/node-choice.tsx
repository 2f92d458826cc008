'use client';

import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import { CanaryWords } from './canary-words';

type NodeChoiceProps = {
  view: SettingsView;
  request: PlanRequest;
  onChoose: (nodes: readonly string[]) => void;
};

/** Which nodes the plan is for: all by the ConfigMap, or some by a CiliumNodeConfig. */
export function NodeChoice({ view, request, onChoose }: NodeChoiceProps) {
  const { nodes: chosen } = request;
  const nodes = view.groups.flatMap((group) => group.nodes).sort();
  return (
    <details className="mt-4 border-t border-line pt-3" open={chosen !== null}>
      <summary className="py-0.5 font-medium">
        {chosen === null
          ? 'For every node, by the ConfigMap'
          : `For ${chosen.length} of ${nodes.length} nodes`}
      </summary>
      <fieldset className="mt-1.5 min-w-0">
        <legend className="mb-1.5 text-small text-pretty text-muted">
          Choose nodes to try it there first, by a CiliumNodeConfig. That is safe for XDP; mode, dispatch and
          Maglev must agree on all nodes.
        </legend>
        <CanaryWords request={request} />
        <div className="max-h-72 overflow-y-auto">
          {nodes.map((node) => (
            <label key={node} className="target flex min-h-7 items-center gap-2 text-small">
              <input
                type="checkbox"
                className="accent-accent"
                checked={chosen?.includes(node) ?? false}
                onChange={({ target }) => {
                  const others = (chosen ?? []).filter((one) => one !== node);
                  onChoose(target.checked ? [...others, node].sort() : others);
                }}
              />
              <span className="mono min-w-0 wrap-anywhere">{node}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
