import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import type { XdpRefusal } from '@/lib/learn/xdp/xdp-start';

type RefusedStageProps = { refusal: XdpRefusal; parameters: XdpParameters };

const ways: Record<string, string> = {
  C4: 'Take best-effort, name only devices that can (devices), or give the driver what it needs.',
  A15: 'best-effort came with v1.15.',
  C3: 'Take an underlay of IPv4, native routing, or leave acceleration off.',
};

/** No agent starts with these settings: there is no packet to follow, but the rule and its words. */
export function RefusedStage({ refusal: { rule, message }, parameters }: RefusedStageProps) {
  return (
    <div className="flex min-h-64 flex-col justify-center gap-2 py-6">
      <h2 className="text-lead font-semibold text-bad">No agent starts like this (rule {rule})</h2>
      <p className="max-w-[72ch] text-pretty text-muted">
        Cilium 1.{parameters.minor} with acceleration {parameters.acceleration} ends at its start
        {rule === 'C4' && ': native asks every selected device, and one refusal is enough'}. Nodes whose
        agents still run keep forwarding as before, until they restart. It says:
      </p>
      <pre className="mono overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 whitespace-pre-wrap wrap-anywhere text-bad">
        {message}
      </pre>
      {ways[rule] !== undefined && <p className="text-muted">{ways[rule]}</p>}
    </div>
  );
}
