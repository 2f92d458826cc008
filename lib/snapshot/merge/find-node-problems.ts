import type { MergedFrontend } from './merge-frontend';
import type { ProblemCandidate } from './problem-candidate';
import { nameNodes } from './problem-candidate';
import type { RowVariant } from './row-variant';
import { byMajority } from './row-variant';
import type { TableBackend, TableRow } from './table-row';

export type NodeComparison = {
  /** Nodes whose last answer is their newest: an older value proves nothing. */
  freshNodes: ReadonlySet<string>;
  /** True where the node prints this address with or without a protocol (v1.16 and older print none). */
  printsAddress: (node: string) => boolean;
};

/** Finds where nodes differ that should be alike. */
export function findNodeProblems(
  merged: MergedFrontend,
  { freshNodes, printsAddress }: NodeComparison,
): ProblemCandidate[] {
  const { view } = merged;
  if (view.nodeLocal) return [];
  const candidates: ProblemCandidate[] = [];
  if (!view.ownBackends) candidates.push(...disagreement(merged, freshNodes));
  if (view.type !== 'LocalRedirect' && !merged.onChosenNodes) {
    const missing = [...freshNodes].filter((node) => !printsAddress(node)).sort();
    if (missing.length > 0 && view.nodes.some((node) => freshNodes.has(node))) {
      const text = (nodes: readonly string[]) => `The row is missing on ${nameNodes(nodes)}.`;
      candidates.push({ kind: 'missing-on-nodes', subject: '', nodes: missing, text });
    }
  }
  return candidates;
}

function disagreement(
  { variants, expected }: MergedFrontend,
  freshNodes: ReadonlySet<string>,
): ProblemCandidate[] {
  const groups = new Map<string, RowVariant>();
  for (const { row, nodes } of variants) {
    const fresh = nodes.filter((node) => freshNodes.has(node));
    if (fresh.length === 0) continue;
    const signature = signatureOf(row);
    const group = groups.get(signature);
    groups.set(signature, { row, nodes: [...(group?.nodes ?? []), ...fresh] });
  }
  if (groups.size < 2) return [];
  const apiSignature =
    expected
      ?.map(({ ip, port }) => `${ip}:${port}`)
      .sort()
      .join() ?? null;
  const isAPI = ({ row }: RowVariant) =>
    Number(
      row.backends
        .map(({ ip, port }) => `${ip}:${port}`)
        .sort()
        .join() === apiSignature,
    );
  const [, ...others] = [...groups.values()].sort(
    (a, b) => (a.nodes.length === b.nodes.length ? isAPI(b) - isAPI(a) : 0) || byMajority(a, b),
  );
  const nodes = others.flatMap((group) => group.nodes).sort();
  const text = (lasting: readonly string[]) =>
    `${nameNodes(lasting).replace(/^n/, 'N')} ${lasting.length === 1 ? 'does' : 'do'} not have the same backends as the other nodes.`;
  return [{ kind: 'nodes-disagree', subject: '', nodes, text }];
}

/** What nodes must agree on: addresses and states, in words that versions share. */
function signatureOf({ backends }: TableRow): string {
  return backends
    .map((backend) => `${backend.ip}:${backend.port} ${commonState(backend)}`)
    .sort()
    .join();
}

function commonState({ state }: TableBackend): string {
  // `terminating-not-serving` exists since v1.18.5, states since v1.12.
  return state === null ? 'active' : state === 'terminating-not-serving' ? 'terminating' : state;
}
