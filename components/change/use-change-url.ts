'use client';

import { parseAsNativeArrayOf, parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { changeText, nodeForm, nodesMax, parseChanges } from '@/lib/cilium/plan/plan-text';

const params = {
  /** `bpf-lb-mode:dsr`, once for each change; `-bpf-lb-mode` takes a key out. */
  set: parseAsNativeArrayOf(parseAsString),
  /** Nodes to change alone; none for all. */
  node: parseAsNativeArrayOf(parseAsString),
};

/** The changes and the nodes that the URL names. What it names in no known form is left out. */
export function useChangeUrl() {
  const [url, setUrl] = useQueryStates(params, { history: 'replace' });
  const request = useMemo((): PlanRequest => {
    const nodes = url.node.filter((node) => nodeForm.test(node)).slice(0, nodesMax);
    return { changes: parseChanges(url.set), nodes: nodes.length === 0 ? null : nodes };
  }, [url]);
  const write = ({ changes, nodes }: PlanRequest) =>
    void setUrl({
      set: Object.entries(changes).map(([key, value]) => changeText(key, value)),
      node: [...(nodes ?? [])],
    });
  return {
    request,
    /** Sets a key, takes it out of the ConfigMap where `value` is null, or takes its change back where it is undefined. */
    change(key: string, value: string | null | undefined) {
      const changes = Object.fromEntries(Object.entries(request.changes).filter(([known]) => known !== key));
      if (value !== undefined) changes[key] = value;
      write({ ...request, changes });
    },
    choose: (nodes: readonly string[]) => write({ ...request, nodes: nodes.length === 0 ? null : nodes }),
    discard: () => write({ changes: {}, nodes: null }),
  };
}
