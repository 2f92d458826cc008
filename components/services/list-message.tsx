'use client';

import { Button } from '@/components/ui/button';
import { NodeName } from '@/components/ui/node-name';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount, formatPlural } from '@/lib/format';
import type { ListState } from './list-state';

type ListMessageProps = {
  state: Exclude<ListState, { kind: 'rows' }>;
  onClearFilter: () => void;
  /** Turns "Only problems" off. */
  onShowAll: () => void;
};

/** What stands in the list's place where there is no row to show. */
export function ListMessage(props: ListMessageProps) {
  return (
    <div role="status" className="flex-1 px-4 py-8 desk:px-6">
      <Message {...props} />
    </div>
  );
}

function Message({ state, onClearFilter, onShowAll }: ListMessageProps) {
  switch (state.kind) {
    case 'nothing-matches':
      return (
        <div className="flex flex-col items-start gap-3">
          <PanelMessage fact="Nothing matches the filter.">
            The cluster has frontends; the filter hides all of them.
          </PanelMessage>
          <Button size="small" onClick={onClearFilter}>
            Clear the filter
          </Button>
        </div>
      );
    case 'no-problems':
      return (
        <div className="flex flex-col items-start gap-3">
          <PanelMessage fact="No problems.">
            {state.checked === state.total
              ? formatPlural(state.total, 'frontend')
              : `${formatCount(state.checked)} of ${formatPlural(state.total, 'frontend')}, those the rest of the filter leaves,`}{' '}
            {state.checked === 1 ? 'was' : 'were'} checked for backends that are missing, quarantined or no
            longer in the API, for having no active backend, and for nodes that disagree.{' '}
            {state.answered === state.agents
              ? `${formatPlural(state.agents, 'agent')} answered.`
              : `Only ${formatCount(state.answered)} of ${formatPlural(state.agents, 'agent')} answered lately.`}
          </PanelMessage>
          <Button size="small" onClick={onShowAll}>
            Show rows without problems
          </Button>
        </div>
      );
    case 'no-rows':
      return (
        <PanelMessage fact="No frontends.">
          {formatPlural(state.agents, 'agent')} answered, with an empty service list. Cilium has programmed no
          Service here.
        </PanelMessage>
      );
    case 'no-agents':
      return (
        <PanelMessage fact="No Cilium agents found.">
          No pod with the label <code className="mono">k8s-app=cilium</code> and a container{' '}
          <code className="mono">cilium-agent</code> runs where we may look.
        </PanelMessage>
      );
    case 'not-answered-yet':
      return (
        <PanelMessage fact={`Asking ${formatPlural(state.agents, 'agent')}.`}>
          None has answered yet.
        </PanelMessage>
      );
    case 'could-not-ask':
      return (
        <div className="flex flex-col gap-4">
          <PanelMessage fact="Could not ask.">
            Whether there are frontends is not known: no agent has given its service list yet.
          </PanelMessage>
          <ul className="flex flex-col gap-3">
            {state.problems.slice(0, 20).map(({ node, problem }) => (
              <li key={node} className="flex gap-3">
                <span className="pt-0.5">
                  <StateMark mark="leftover" label="could not ask" />
                </span>
                <div>
                  <NodeName name={node} form="short" className="font-medium" />
                  <PanelMessage fact={problem.title} exact={problem.detail}>
                    {problem.hint}
                  </PanelMessage>
                </div>
              </li>
            ))}
          </ul>
        </div>
      );
  }
}
