import type { NatObstacle } from '@/lib/learn/nat/nat-status';

/** There is no packet to follow: no agent starts like this, or nobody translates. */
export function NatObstacleStage({ obstacle, minor }: { obstacle: NatObstacle; minor: number }) {
  return (
    <div className="flex min-h-64 flex-col justify-center gap-2 py-6">
      {obstacle.kind === 'refused' ? (
        <>
          <h2 className="text-lead font-semibold text-bad">
            {obstacle.rule === 'GATEWAY-PANIC'
              ? 'The agent starts, and dies two seconds later'
              : `No agent starts like this (rule ${obstacle.rule})`}
          </h2>
          <p className="max-w-[72ch] text-pretty text-muted">
            {obstacle.rule === 'GATEWAY-PANIC'
              ? 'Every check passes; then the one build of 1.21 that was recorded, a development build, panics with exit code 2. It says:'
              : `Cilium 1.${minor} ends at its start. Nodes whose agents still run keep forwarding as before, until they restart. It says:`}
          </p>
          <pre className="mono overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 whitespace-pre-wrap text-bad">
            {obstacle.message}
          </pre>
        </>
      ) : (
        <>
          <h2 className="text-lead font-semibold">There is no packet to follow</h2>
          <p className="max-w-[72ch] text-pretty text-muted">{obstacle.text}</p>
        </>
      )}
    </div>
  );
}
