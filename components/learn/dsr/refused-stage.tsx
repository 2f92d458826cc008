import type { DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import type { DsrRefusal } from '@/lib/learn/dsr/dsr-refusal';

type RefusedStageProps = { refusal: DsrRefusal; parameters: DsrParameters };

/** No agent starts with these settings: there is no packet to follow, but the rule and its words. */
export function RefusedStage({
  refusal: { rule, message },
  parameters: { mode, dispatch, routing, minor },
}: RefusedStageProps) {
  return (
    <div className="flex min-h-64 flex-col justify-center gap-2 py-6">
      <h2 className="text-lead font-semibold text-bad">
        No agent starts like this{rule !== null && ` (rule ${rule})`}
      </h2>
      <p className="max-w-[72ch] text-pretty text-muted">
        Cilium 1.{minor} with mode {mode}
        {mode !== 'snat' && `, dispatch ${dispatch}`} and{' '}
        {routing === 'native' ? 'native routing' : `a ${routing === 'vxlan' ? 'VXLAN' : 'Geneve'} tunnel`}{' '}
        ends at its start. Nodes whose agents still run keep forwarding as before, until they restart. It
        says:
      </p>
      <pre className="mono overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 whitespace-pre-wrap text-bad">
        {message}
      </pre>
      <p className="text-muted">Take another mode, dispatch or routing to have a packet to follow.</p>
    </div>
  );
}
