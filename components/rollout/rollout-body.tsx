import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { CanaryNext } from './canary-next';
import { FailedNodes } from './failed-nodes';
import { NodeLanes } from './node-lanes';
import { RolloutChanges } from './rollout-changes';
import { RolloutJournal } from './rollout-journal';
import { RolloutProgress } from './rollout-progress';
import { RolloutVerdict } from './rollout-verdict';

/** All that a rollout says of itself, from where it stands to each of its steps. */
export function RolloutBody({ view }: { view: RolloutView }) {
  return (
    <>
      <RolloutVerdict view={view} />
      <CanaryNext view={view} />
      <RolloutProgress view={view} />
      <NodeLanes view={view} />
      <div className="grid items-start gap-x-9 gap-y-7 pt-6 wide:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0 space-y-7">
          <FailedNodes view={view} />
          <RolloutChanges view={view} />
        </div>
        <RolloutJournal view={view} />
      </div>
    </>
  );
}
