import { natServiceListLines, natPolicy } from '@/lib/learn/nat/nat-service-list';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';
import { natStatusLines, translatesServices } from '@/lib/learn/nat/nat-status';

/** What the agent's commands print of it. */
export function NatPrinted({ parameters }: { parameters: NatParameters }) {
  const isGateway = parameters.feature === 'gateway';
  return (
    <div className="grid gap-x-8 gap-y-4 @min-[60rem]:grid-cols-2">
      <div className="min-w-0">
        <h3 className="text-small text-muted">status --verbose</h3>
        <Printed label="The lines of the status">{natStatusLines(parameters).join('\n')}</Printed>
        <p className="mt-1.5 text-pretty text-muted">
          The head is Enabled if either half is. Only the gateway has a prefix, and it is always this one.
        </p>
      </div>
      <div className="min-w-0">
        <h3 className="text-small text-muted">service list</h3>
        {isGateway ? (
          <p className="mt-1 text-pretty text-muted">
            Nothing: the gateway has no frontend. It translates whatever is routed to it for an address in the
            prefix.
          </p>
        ) : translatesServices(parameters) ? (
          <>
            <Printed label="The row of the Service">{natServiceListLines(parameters).join('\n')}</Printed>
            <p className="mt-1.5 text-pretty text-muted">
              The two families stand side by side; JSON output adds <span className="mono">natPolicy</span>{' '}
              <span className="mono">{natPolicy(parameters)}</span>. No Service of Kubernetes makes such a
              row: its frontends get backends of their own family. The rows known were written into an agent
              by hand.
            </p>
          </>
        ) : (
          <p className="mt-1 text-pretty text-muted">Frontend and backends are of one family in every row.</p>
        )}
      </div>
    </div>
  );
}

function Printed({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="mono mt-1 overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2"
    >
      {children}
    </pre>
  );
}
