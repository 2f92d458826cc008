import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { isDivergence } from '@/lib/snapshot/is-divergence';

/** What one node says of a frontend, compared with the API and with the others. */
export type NodeVerdict = 'agrees' | 'differs' | 'absent' | 'no-backends' | 'not-asked';

/** What the row says over all nodes. */
export type FrontendVerdict =
  | { kind: 'agree'; nodes: number; of: number; text: string }
  | { kind: 'own'; text: string }
  | { kind: 'differs'; text: string }
  | { kind: 'no-backends'; text: string };

/** The verdict of the "Nodes" cell; `agents` is how many agents answered. */
export function frontendVerdict(frontend: FrontendView, agents: number): FrontendVerdict {
  const { type, backends, nodes, nodeLocal, ownBackends, problems } = frontend;
  const worst = problems.find(isDivergence);
  if (worst) return { kind: 'differs', text: worst.text };
  if (backends.length === 0) return { kind: 'no-backends', text: 'No backends on any node' };
  if (nodeLocal) {
    return {
      kind: 'agree',
      nodes: nodes.length,
      of: nodes.length,
      text:
        type === 'HostPort'
          ? `Only on ${nodes.join(', ')}: a host port exists where its pod runs`
          : `Only on ${nodes.join(', ')}: the address is its own`,
    };
  }
  if (ownBackends) return { kind: 'own', text: 'Each node has backends of its own, by design' };
  const text =
    nodes.length === agents ? 'Every node says the same' : `${nodes.length} of ${agents} nodes have this row`;
  return { kind: 'agree', nodes: nodes.length, of: Math.max(agents, nodes.length), text };
}

/** What `node` says of the frontend; `asked` is false where its agent never answered. */
export function nodeVerdict(frontend: FrontendView, node: string, asked: boolean): NodeVerdict {
  if (!asked) return 'not-asked';
  const named = frontend.problems.some((problem) => isDivergence(problem) && problem.nodes.includes(node));
  if (named) return 'differs';
  if (!frontend.nodes.includes(node)) return 'absent';
  return frontend.backends.length === 0 ? 'no-backends' : 'agrees';
}
