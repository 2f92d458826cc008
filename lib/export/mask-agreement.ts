import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgreementView, DivergenceView, ExpectedDivergenceView } from '@/lib/snapshot/agreement-view';
import type { Mask } from './mask';
import { maskService } from './mask-frontend';

/** What the commands of a report need of an agent. */
export type CommandedAgent = Pick<
  AgentView,
  'node' | 'namespace' | 'pod' | 'container' | 'binary' | 'podReady'
>;

/** An agent with placeholders, as far as a command names it. */
export function maskAgent(mask: Mask, agent: CommandedAgent): CommandedAgent {
  const { node, namespace, pod, container, binary, podReady } = agent;
  return {
    node: mask.name('node', node),
    namespace: mask.name('namespace', namespace),
    pod: mask.name('pod', pod),
    container,
    binary,
    podReady,
  };
}

/** A divergence with placeholders. */
export function maskDivergence(mask: Mask, divergence: DivergenceView): DivergenceView {
  const { key, service, kind, severity, nodes, difference, consequence, explanation, since } = divergence;
  return {
    key: key === null ? null : mask.addressText(key),
    service: maskService(mask, service),
    kind,
    severity,
    nodes: mask.nodes(nodes),
    difference: mask.text(difference),
    consequence,
    explanation: explanation === null ? null : mask.text(explanation),
    since,
  };
}

function maskExpected(mask: Mask, divergence: ExpectedDivergenceView): ExpectedDivergenceView {
  const { key, frontends, service, kind, reason, nodes, difference, explanation, since } = divergence;
  return {
    key: mask.addressText(key),
    frontends,
    service: maskService(mask, service),
    kind,
    reason,
    nodes: mask.nodes(nodes),
    difference: mask.text(difference),
    explanation,
    since,
  };
}

/** All that is known of agreement, with placeholders. */
export function maskAgreement(mask: Mask, view: AgreementView): AgreementView {
  const { revision, checkedAt, agents, frontends, missingKinds, patience, problemCount, expectedCount } =
    view;
  return {
    revision,
    checkedAt,
    agents: {
      total: agents.total,
      judged: agents.judged,
      unjudged: agents.unjudged.map(({ node, reason }) => ({ node: mask.name('node', node), reason })),
    },
    frontends,
    missingKinds,
    patience,
    problems: view.problems.map((problem) => maskDivergence(mask, problem)),
    problemCount,
    expected: view.expected.map((divergence) => maskExpected(mask, divergence)),
    expectedCount,
  };
}
