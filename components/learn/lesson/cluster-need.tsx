'use client';

import { useQuery } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { sourceQuery } from '@/lib/queries/source';
import { RestartButton } from './restart-button';

/** Says which cluster a task needs where this is another, and lets one go there. */
export function ClusterNeed({ lesson }: { lesson: Lesson }) {
  const { data: source } = useQuery(sourceQuery());
  const { scenario, changesCluster } = lesson;
  if (source === undefined) return null;
  const isTraining = source.kind === 'training';
  if (scenario !== undefined && source.scenario !== scenario) {
    return (
      <div className="space-y-2">
        <Notice tone="warn" title={`This task plays on the training cluster “${scenario}”.`}>
          You look at {source.title}.{' '}
          {isTraining ? (
            'The switch is for all who look at this server. What was changed in the other is gone then.'
          ) : (
            <>
              Start the product with <code className="mono">npm start -- --training {scenario}</code>.
            </>
          )}
        </Notice>
        {isTraining && <RestartButton scenario={scenario} words={`Switch to ${scenario}`} />}
      </div>
    );
  }
  if (!changesCluster || isTraining) return null;
  return (
    <Notice tone="warn" title="This task changes the cluster.">
      You look at {source.title}, which is no training cluster. Try it on one:{' '}
      <code className="mono">npm start -- --training</code>.
    </Notice>
  );
}
