'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import type { ClusterFacts, DesiredReady, ImageCount } from '@/lib/snapshot/cluster-facts';

/** The facts `cilium status` of cilium-cli prints of a cluster as a whole. */
export function ClusterPanel({ className }: { className?: string }) {
  const query = useQuery(agentsQuery());
  return (
    <QueryPanel
      title="Cluster"
      aside={
        <>
          as <code className="mono">cilium status</code> counts it
        </>
      }
      query={query}
      className={className}
      pending={<PendingBars widths={[60, 54, 62, 48, 90, 92]} row="h-6" />}
    >
      {({ facts }) => (
        <dl className="grid grid-cols-[7.25rem_minmax(0,1fr)] gap-x-3 gap-y-1">
          <Fact term="Agents">
            <Ready value={facts.agents} />
          </Fact>
          <Fact term="Operator">
            <Ready value={facts.operator} />
          </Fact>
          <Fact term="Envoy">
            {facts.envoy === null ? (
              <span className="text-muted">no DaemonSet of its own</span>
            ) : (
              <Ready value={facts.envoy} />
            )}
          </Fact>
          <Fact term="Nodes">
            <Ready
              value={facts.nodes === null ? null : { desired: facts.nodes.total, ready: facts.nodes.ready }}
            />
          </Fact>
          <Fact term="Cluster pods">
            <Pods pods={facts.pods} />
          </Fact>
          <Fact term="Services">{facts.services === null ? <NotTold /> : formatCount(facts.services)}</Fact>
          <Fact term="Agent image">
            <Images images={facts.agentImages} />
          </Fact>
          <Fact term="Operator image">
            <Images images={facts.operatorImages} />
          </Fact>
        </dl>
      )}
    </QueryPanel>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function NotTold() {
  return (
    <span className="flex items-center gap-1.75 text-muted">
      <StateMark mark="unknown" label={null} />
      the API did not say
    </span>
  );
}

function Ready({ value }: { value: DesiredReady | null }) {
  if (value === null) return <NotTold />;
  const all = value.ready >= value.desired;
  return (
    <span className={`flex items-center gap-1.75 ${all ? '' : 'text-warn'}`}>
      <StateMark mark={all ? 'agrees' : 'differs'} label={null} {...(all ? {} : { tone: 'warn' as const })} />
      {`${formatCount(value.ready)} of ${formatCount(value.desired)} ready`}
    </span>
  );
}

function Pods({ pods }: { pods: ClusterFacts['pods'] }) {
  if (pods === null) return <NotTold />;
  if (pods.managed === null) return <>{formatCount(pods.total)}</>;
  // A pod that goes leaves its CiliumEndpoint behind for a moment.
  if (pods.managed > pods.total)
    return <>{`${formatCount(pods.total)}, with ${formatCount(pods.managed)} CiliumEndpoints`}</>;
  return <>{`${formatCount(pods.managed)} of ${formatCount(pods.total)} managed by Cilium`}</>;
}

/** Too long for its line, it parts before its tag. */
function ImageName({ image }: { image: string }) {
  const tag = image.lastIndexOf(':');
  return (
    <span className="mono min-w-0 leading-5 wrap-anywhere">
      {tag > 0 ? image.slice(0, tag) : image}
      <wbr />
      {tag > 0 && image.slice(tag)}
    </span>
  );
}

/** The name and tag stand in sight, the digest in the tooltip. */
function Images({ images }: { images: readonly ImageCount[] }) {
  if (images.length === 0) return <NotTold />;
  return (
    <ul>
      {images.map(({ image, pods }) => (
        <li key={image} className="flex justify-between gap-3" title={image}>
          <ImageName image={image.replace(/@sha256:.*$/, '')} />
          <span className="text-muted">{formatCount(pods)}</span>
        </li>
      ))}
    </ul>
  );
}
