'use client';

import { useState } from 'react';
import { CopyBlock } from '@/components/status/explain/copy-block';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { PlanView } from '@/lib/snapshot/plan-view';

type Way = 'helm' | 'kubectl' | 'nodes' | 'pull-request' | 'undo';

/** The plan to take away, by each way there is, with who may put it back. */
export function PlanCommandsSection({ plan }: { plan: PlanView }) {
  const { commands, owner, nodes } = plan;
  const isChosen = nodes !== null;
  const [way, setWay] = useState<Way>(
    isChosen ? 'nodes' : commands.helmUpgrade === null ? 'kubectl' : 'helm',
  );
  const all: { value: Way; label: string }[] = [
    { value: 'helm', label: 'Helm' },
    { value: 'kubectl', label: 'kubectl' },
    { value: 'nodes', label: 'CiliumNodeConfig' },
    { value: 'pull-request', label: 'Pull request' },
    { value: 'undo', label: 'Way back' },
  ];
  const segments = all.filter(({ value }) => !isChosen || !['helm', 'kubectl'].includes(value));
  return (
    <section aria-labelledby="commands">
      <h2 id="commands" className="mb-1 text-lead font-semibold">
        The same as commands
      </h2>
      <p className="mb-2 max-w-prose text-pretty text-muted">
        {owner === null ? (
          'Who owns the ConfigMap is not known.'
        ) : (
          <>
            The ConfigMap is owned by <strong className="font-medium text-text">{owner.name}</strong> (
            {owner.evidence}). A change belongs in {owner.changeIn}. Made in the ConfigMap itself:{' '}
            {owner.consequence}
          </>
        )}{' '}
        A plan that is fatal is fatal by these commands too.
      </p>
      <SegmentedControl
        label="By which way"
        className="mb-2 max-w-full overflow-x-auto"
        segments={segments}
        value={way}
        onValueChange={setWay}
      />
      <div className="max-w-3xl space-y-2">
        <Commands way={way} plan={plan} />
      </div>
    </section>
  );
}

function Commands({ way, plan: { commands, nodes } }: { way: Way; plan: PlanView }) {
  switch (way) {
    case 'helm':
      return (
        <>
          <p className="text-muted">Merge these values into those of the release, here as change.yaml:</p>
          <CopyBlock text={commands.helmValues} label="Helm values" />
          {commands.helmUpgrade === null ? (
            <p className="text-muted">No Helm release is known here, so there is no line for helm upgrade.</p>
          ) : (
            <>
              <CopyBlock text={commands.helmUpgrade} label="Helm command" />
              <p className="text-muted">
                The chart stays at its version, so --reuse-values is safe. Agents do not restart by it:
              </p>
            </>
          )}
          <CopyBlock text={commands.restart} label="restart command" />
        </>
      );
    case 'kubectl':
      return (
        <>
          <CopyBlock text={commands.kubectl} label="kubectl command" />
          <p className="text-muted">Nothing happens until agents restart:</p>
          <CopyBlock text={commands.restart} label="restart command" />
        </>
      );
    case 'nodes':
      return (
        <>
          <p className="text-muted">
            {nodes === null
              ? 'The same for one node alone, to try it there first. Its agent must start again to read it.'
              : 'Save as change.yaml and apply it; then restart the agents of these nodes, one after another.'}
          </p>
          {commands.nodeConfig === null ? (
            <p>
              There is no such manifest: no key is set, the node has no hostname label, or Cilium is older
              than 1.13.
            </p>
          ) : (
            <CopyBlock text={commands.nodeConfig} label="CiliumNodeConfig" />
          )}
          {nodes !== null && (
            <>
              <CopyBlock text={commands.kubectl} label="kubectl command" />
              <CopyBlock text={commands.restart} label="restart command" />
            </>
          )}
        </>
      );
    case 'pull-request':
      return (
        <>
          <CopyBlock text={commands.pullRequest.title} label="title of the pull request" />
          <CopyBlock text={commands.pullRequest.body} label="text of the pull request" />
        </>
      );
    case 'undo':
      return (
        <>
          <p className="text-muted">What stands there now, written back:</p>
          <CopyBlock text={commands.undo} label="way back" />
        </>
      );
  }
}
