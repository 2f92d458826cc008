'use client';

import type { ReactNode } from 'react';
import { statusHref } from '@/components/settings/status-href';
import { NodeName } from '@/components/ui/node-name';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { AdviceEvidence, AdviceItem, EvidenceSource } from '@/lib/snapshot/advice/advice-view';

/** So many nodes are named. */
const mostNamed = 4;

const sourceWords: Record<EvidenceSource, string | null> = {
  reported: null,
  api: null,
  configured: 'by the configuration; agents print nothing of it',
};

/** What a piece of advice goes by: of whom, what, and where to see it. */
export function EvidenceList({ item }: { item: AdviceItem }) {
  const { evidence, evidenceCount } = item;
  return (
    <ul className="grid gap-y-0.5">
      {evidence.map((one) => (
        <li key={keyOf(one)} className="grid gap-x-3 desk:grid-cols-[minmax(0,10rem)_minmax(0,1fr)]">
          <span className="min-w-0 wrap-anywhere text-muted">
            <Subject subject={one.subject} item={item} />
          </span>
          <span className="min-w-0 wrap-anywhere">
            <span className="mono text-muted">{one.key}</span> <b className="mono font-medium">{one.value}</b>
            {sourceWords[one.source] !== null && (
              <span className="text-faint"> {sourceWords[one.source]}</span>
            )}
          </span>
        </li>
      ))}
      {evidenceCount > evidence.length && (
        <li className="text-faint">and {formatCount(evidenceCount - evidence.length)} more</li>
      )}
    </ul>
  );
}

function keyOf({ subject, key, value }: AdviceEvidence): string {
  return JSON.stringify([subject, key, value]);
}

function Subject({ subject, item }: { subject: AdviceEvidence['subject']; item: AdviceItem }) {
  switch (subject.kind) {
    case 'agents':
      return <Nodes {...subject} link={(node) => statusHref({ id: item.field }, node)} />;
    case 'service':
      return (
        <TextLink href={servicesHref({ q: `${subject.namespace}/${subject.name}` })} className="font-normal">
          {subject.namespace}/{subject.name}
        </TextLink>
      );
    case 'frontend':
      return (
        <TextLink href={servicesHref({ f: subject.frontendKey })} className="mono font-normal">
          {subject.frontendKey}
        </TextLink>
      );
    case 'workload':
      return (
        <>
          {subject.namespace}/{subject.name} <Nodes {...subject} link={paths.node} />
        </>
      );
  }
}

function servicesHref(query: Record<string, string>): string {
  return `${paths.services}?${new URLSearchParams(query).toString()}`;
}

function Nodes({
  nodes,
  all,
  link,
}: {
  nodes: readonly string[];
  all: boolean;
  link: (node: string) => string;
}): ReactNode {
  const [first] = nodes;
  if (first === undefined) return null;
  if (nodes.length > mostNamed || (all && nodes.length > 1)) {
    const words = all
      ? nodes.length === 2
        ? 'on both nodes'
        : `on all ${formatPlural(nodes.length, 'node')}`
      : `on ${formatPlural(nodes.length, 'node')}`;
    return (
      <TextLink href={link(first)} className="font-normal" title={nodes.slice(0, 40).join(', ')}>
        {words}
      </TextLink>
    );
  }
  return (
    <>
      on{' '}
      {nodes.map((node, index) => (
        <span key={node}>
          {index > 0 && ', '}
          <TextLink href={link(node)} className="font-normal">
            <NodeName name={node} form="short" />
          </TextLink>
        </span>
      ))}
    </>
  );
}
