'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { buttonClass, IconButton } from '@/components/ui/button';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import { ApiError } from '@/lib/queries/api-error';
import { frontendQuery, frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { shownAddress } from '../address';
import { groupTitle } from '../group/row-group';
import type { Owner } from '../map/service-block';
import { AgentLines } from './agent-lines';
import { backendMatrix } from './backend-matrix';
import { CopyLink } from './copy-link';
import { FrontendProblems } from './frontend-problems';
import { MatrixTable } from './matrix-table';
import { nodeRows } from './node-rows';
import { NodeRowsList } from './node-rows-list';
import { nodePortSettings } from './node-port-settings';
import { hasOtherScope } from './other-scope';
import { PolicyList } from './policy-list';
import { ServiceManifest } from './service-manifest';
import { TraceButton } from './trace/trace-button';
import { useTraceUrl } from './trace/trace-url';
import { TraceView } from './trace/trace-view';
import { useMaglevShares } from './use-maglev-shares';

type FrontendPanelProps = {
  frontendKey: string;
  /** The row as the list has it; undefined where the list has none. */
  view: FrontendView | undefined;
  owner: Owner | undefined;
  onClose: () => void;
};

const noAgents: AgentView[] = [];

/** One frontend: what is wrong, who has which backend, the lines it came from, its policies. */
export function FrontendPanel({ frontendKey, view, owner, onClose }: FrontendPanelProps) {
  const query = useQuery(frontendQuery(frontendKey));
  const agents = useQuery(agentsQuery()).data?.items ?? noAgents;
  const { url: trace } = useTraceUrl();
  // Where the trace was opened here, the focus goes into it and comes back; a link that opens it moves nothing.
  const [movesFocus, setMovesFocus] = useState(false);
  const { data, error } = query;
  const gone = error instanceof ApiError && error.status === 404;
  const frontend = view ?? data?.frontend;
  const detail = data && view ? { ...data, frontend: view } : data;
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-lead font-semibold wrap-anywhere">
          {owner === undefined ? (
            'Frontend'
          ) : (
            <>
              <span className="font-normal text-muted">
                {groupTitle({ by: 'namespace', value: owner.namespace })}
              </span>
              {owner.name !== '' && <span className="font-normal text-muted"> / </span>}
              {owner.name}
            </>
          )}
        </h2>
        <IconButton label="Close" onClick={onClose} className="-mt-1 -mr-2">
          <X aria-hidden size={16} strokeWidth={1.6} />
        </IconButton>
      </div>
      <PanelAddress frontendKey={frontendKey} frontend={frontend} />
      {frontend && <Meta frontend={frontend} />}
      {frontend && <FrontendProblems problems={frontend.problems} />}
      {data === undefined && error === null && <Pending />}
      {error !== null && (
        <CouldNotAsk
          error={error}
          gone={gone}
          kept={data !== undefined}
          onRetry={() => void query.refetch()}
        />
      )}
      {detail && trace.trace !== null && (
        <TraceView detail={detail} agents={agents} takesFocus={movesFocus} />
      )}
      {detail && trace.trace === null && <Body data={detail} agents={agents} dim={error !== null} />}
      <Foot nodes={frontend?.nodes ?? []}>
        {frontend && trace.trace === null && (
          <TraceButton
            frontend={frontend}
            agents={agents}
            takesFocus={movesFocus}
            onOpen={() => setMovesFocus(true)}
          />
        )}
      </Foot>
    </>
  );
}

function PanelAddress({
  frontendKey,
  frontend,
}: {
  frontendKey: string;
  frontend: FrontendView | undefined;
}) {
  const address = frontend ? shownAddress(frontend).address : frontendKey;
  const colon = address.lastIndexOf(':');
  return (
    <p className="font-mono text-address font-medium tracking-[-0.02em] wrap-anywhere" title={frontendKey}>
      {address.slice(0, colon)}
      <span className="text-muted">{address.slice(colon)}</span>
    </p>
  );
}

function Meta({ frontend }: { frontend: FrontendView }) {
  const { type, scope, protocol, backends, remote } = frontend;
  const all = useQuery(frontendsQuery()).data?.items ?? [];
  const ports = [...new Set(backends.map(({ port }) => port))];
  const parts = [
    type ?? 'no type printed',
    protocol ?? '',
    hasOtherScope(frontend, all) ? `${scope} scope` : '',
    ports.length === 0
      ? ''
      : `backend ${ports.length === 1 ? 'port' : 'ports'} ${ports.slice(0, 3).join(', ')}`,
    remote ? 'of another cluster' : '',
  ].filter(Boolean);
  return <p className="text-muted">{parts.join(' · ')}</p>;
}

function Body({ data, agents, dim }: { data: FrontendDetail; agents: readonly AgentView[]; dim: boolean }) {
  const matrix = backendMatrix(data);
  const maglev = useMaglevShares(data, agents);
  const binaries = new Map(agents.map(({ node, binary }) => [node, binary ?? 'cilium']));
  return (
    <div className={clsx(dim && 'text-faint')}>
      <MatrixTable matrix={matrix} sources={{ apiBackends: data.apiBackends, maglev }} />
      {data.apiBackends === null && (
        <p className="mt-1 text-small text-muted">
          What the API wants could not be asked; only the nodes are compared.
        </p>
      )}
      <AgentLines
        frontend={data.frontend}
        perNode={data.perNode}
        binaryOf={(node) => binaries.get(node) ?? 'cilium'}
      />
      <NodeRowsList rows={nodeRows(data, matrix, agents)} />
      {data.manifest !== null && data.frontend.service !== null && (
        <ServiceManifest
          service={data.frontend.service}
          labels={data.frontend.labels}
          manifest={data.manifest}
        />
      )}
      <PolicyList frontend={data.frontend} policies={data.policies} settings={nodePortSettings(agents)} />
    </div>
  );
}

function Pending() {
  return (
    <div className="mt-4 flex flex-col gap-6">
      <PendingBars widths={[62, 58, 66]} row="h-10" ruled />
      <PendingBars widths={[74, 60, 62]} />
    </div>
  );
}

type CouldNotAskProps = { error: Error; gone: boolean; kept: boolean; onRetry: () => void };

function CouldNotAsk({ error, gone, kept, onRetry }: CouldNotAskProps): ReactNode {
  if (gone) {
    return (
      <div role="status" className="mt-4">
        <PanelMessage
          fact={kept ? 'No agent prints this frontend any more.' : 'No agent prints this frontend.'}
        >
          {kept ? 'Below is what was last known of it.' : 'It may have been removed with its Service.'}
        </PanelMessage>
      </div>
    );
  }
  const api = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className="mt-4 flex gap-3">
      <span className="pt-0.5">
        <StateMark mark="leftover" label="could not ask" />
      </span>
      <PanelMessage
        fact={`${api?.title ?? 'Something went wrong here'}.`}
        exact={api === null ? error.message : api.detail}
      >
        {api?.hint} <TextButton onClick={onRetry}>Ask again</TextButton>
      </PanelMessage>
    </div>
  );
}

function Foot({ nodes, children }: { nodes: readonly string[]; children: ReactNode }) {
  const [node] = nodes;
  return (
    <div className="sticky bottom-0 -mx-5 mt-auto flex items-center gap-2 border-t border-line bg-surface px-5 py-2.5 max-desk:-mx-4 max-desk:px-4">
      {children}
      {node !== undefined && (
        <TextLink href={paths.raw(node, 'service-list')} className={buttonClass()}>
          Raw output
        </TextLink>
      )}
      <CopyLink />
    </div>
  );
}
