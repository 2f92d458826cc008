'use client';

import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { CopyBlock } from '@/components/status/explain/copy-block';
import { Age } from '@/components/ui/age';
import { AnnotatedText } from '@/components/ui/annotated-text';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ProblemExport } from './problem-export';
import type { ProblemGroup } from './problem-groups';
import type { SeenBy } from './see-it-yourself';
import { divergenceMark, settingsWord, severityWords } from './severity-look';

const nodesShown = 6;

type ProblemRowProps = {
  problem: ProblemGroup;
  open: boolean;
  onToggle: () => void;
  /** How a reader sees it without us. */
  commands: readonly SeenBy[];
};

/** One problem: what, where, since when, what it does; opened, the commands that show it. */
export function ProblemRow({ problem, open, onToggle, commands }: ProblemRowProps) {
  const { kind, service, keys, severity, nodes, difference, consequence, explanation, since } = problem;
  const grave = severity === 'critical' || severity === 'high';
  const [first] = keys;
  const title = service === null ? (first ?? 'Settings of agents') : `${service.namespace}/${service.name}`;
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3 border-t border-line py-3 first:border-0 first:pt-1">
      <span>
        <StateMark
          mark={divergenceMark(kind)}
          label={severity}
          {...(grave ? {} : { tone: 'warn' as const })}
        />
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2.5">
          <h3 className="font-semibold wrap-anywhere">{title}</h3>
          <span className={clsx('text-small font-medium', grave ? 'text-bad' : 'text-warn')}>
            {kind === 'settings-differ' ? settingsWord : severityWords[severity]}
          </span>
          <span className="ml-auto text-small whitespace-nowrap text-muted">
            <Age timestamp={since} form="bare" />
          </span>
        </div>
        <p className="text-pretty wrap-anywhere">
          <AnnotatedText text={difference} />
        </p>
        <p className="text-pretty text-muted">{consequence}</p>
        {explanation !== null && (
          <p className="text-pretty wrap-anywhere text-muted">
            <AnnotatedText text={explanation} />
          </p>
        )}
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
          <Nodes nodes={nodes} />
          {first !== undefined && (
            <TextLink href={`${paths.services}?f=${encodeURIComponent(first)}`}>
              {keys.length === 1
                ? 'Open the frontend'
                : `Open the first of ${formatPlural(keys.length, 'frontend')}`}
            </TextLink>
          )}
          {kind === 'settings-differ' && <TextLink href={paths.status}>Compare the nodes</TextLink>}
          <button
            type="button"
            aria-expanded={open}
            onClick={onToggle}
            className="target inline-flex items-center gap-1 font-medium text-accent-text underline-offset-3 hover:underline"
          >
            <ChevronRight
              aria-hidden
              size={13}
              strokeWidth={1.8}
              className={clsx('transition-transform duration-120', open && 'rotate-90')}
            />
            See it yourself
          </button>
          <ProblemExport problem={problem} title={title} />
        </div>
        {open && (
          <div className="mt-2 grid grid-cols-1 gap-1.5">
            {commands.map(({ label, command }) => (
              <div key={label} className="min-w-0">
                <p className="text-label text-faint">{label}</p>
                <CopyBlock text={command} label={label} />
              </div>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function Nodes({ nodes }: { nodes: readonly string[] }) {
  const rest = nodes.length - nodesShown;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-muted">
      {nodes.slice(0, rest > 1 ? nodesShown : nodes.length).map((node) => (
        <TextLink key={node} href={paths.node(node)} className="!font-normal">
          <NodeName name={node} form="short" />
        </TextLink>
      ))}
      {rest > 1 && <span title={nodes.slice(nodesShown).join(', ')}>and {rest} more nodes</span>}
    </span>
  );
}
