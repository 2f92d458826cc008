import Link from 'next/link';
import type { ReactNode } from 'react';
import { shortPodName } from '@/components/services/pod-name';
import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { StateMark, markLabels, stateMarkKind, type MarkKind } from '@/components/ui/state-mark';
import { formatNumberWord, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { ChangedBackend, RecentChange } from '@/lib/queries/recent-changes';
import type { EarlierEvent } from './earlier-events';

/** A change the page saw: who did what, and where. */
export function ChangeRow({ change }: { change: RecentChange }) {
  const [key] = change.frontends;
  const { mark, words } = told(change);
  const where = change.service === null ? (key ?? '') : `${change.service.namespace}/${change.service.name}`;
  return (
    <Row timestamp={change.timestamp} mark={mark} fades>
      {words}{' '}
      {change.kind === 'frontend-removed' || key === undefined ? (
        <span>{where}</span>
      ) : (
        <FrontendLink frontendKey={key}>{where}</FrontendLink>
      )}
      <More frontends={change.frontends.length} />
    </Row>
  );
}

/** What happened before the page was opened, as far as the server knows it. */
export function EarlierRow({ event }: { event: EarlierEvent }) {
  switch (event.kind) {
    case 'first-look':
      return <Row timestamp={event.timestamp}>KPR Explorer began to ask the agents</Row>;
    case 'rows-changed': {
      const [key] = event.frontends;
      return (
        <Row timestamp={event.timestamp}>
          {event.services > 1 || key === undefined ? (
            `${formatPlural(event.services, 'Service')} changed`
          ) : (
            <>
              <FrontendLink frontendKey={key}>{event.name}</FrontendLink> changed
            </>
          )}
          <More frontends={event.frontends.length} />
        </Row>
      );
    }
    case 'agents-started':
      return <Row timestamp={event.timestamp}>{started(event)}</Row>;
  }
}

function started({ agents, all }: Extract<EarlierEvent, { kind: 'agents-started' }>): ReactNode {
  const [last] = agents;
  if (last === undefined) return null;
  if (agents.length > 1) {
    const count = formatNumberWord(agents.length);
    if (!all) return `${formatPlural(agents.length, 'agent')} started`;
    return agents.length === 2 ? 'Both agents started' : `All ${count} agents started`;
  }
  return (
    <>
      <span className="mono">{last.pod}</span> started{last.restarts > 0 && ' again'} on{' '}
      <Link href={paths.node(last.node)} className={linkClass}>
        <NodeName name={last.node} form="short" />
      </Link>
      {last.restarts > 0 && (
        <span className="text-faint">, {formatPlural(last.restarts, 'restart')} so far</span>
      )}
    </>
  );
}

type RowProps = { timestamp: string; mark?: MarkKind; fades?: boolean; children: ReactNode };

function Row({ timestamp, mark, fades = false, children }: RowProps) {
  return (
    <li
      className={`grid grid-cols-[4.25rem_0.75rem_minmax(0,1fr)] gap-2 py-0.75 text-muted ${fades ? 'animate-changed' : ''}`}
    >
      <Age timestamp={timestamp} className="whitespace-nowrap text-faint" />
      <span>{mark !== undefined && <StateMark mark={mark} label={null} />}</span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}

const linkClass =
  'text-text underline decoration-line-strong underline-offset-3 hover:text-accent-text hover:decoration-current';

function FrontendLink({ frontendKey, children }: { frontendKey: string; children: ReactNode }) {
  return (
    <Link href={`${paths.services}?f=${encodeURIComponent(frontendKey)}`} className={linkClass}>
      {children}
    </Link>
  );
}

function More({ frontends }: { frontends: number }) {
  return frontends > 1 && <span className="text-faint">, {formatPlural(frontends, 'frontend')}</span>;
}

function backendName({ ip, port, target }: ChangedBackend): string {
  return target.kind === 'pod' ? (target.name ?? shortPodName(target)) : `${ip}:${port}`;
}

function told(change: RecentChange): { mark: MarkKind; words: string } {
  switch (change.kind) {
    case 'frontend-added':
      return { mark: 'agrees', words: 'New:' };
    case 'frontend-removed':
      return { mark: 'absent', words: 'Gone:' };
    case 'backend-added':
      return { mark: stateMarkKind(change.backend.state), words: `${backendName(change.backend)} joined` };
    case 'backend-removed':
      return { mark: 'absent', words: `${backendName(change.backend)} left` };
    case 'backend-state': {
      const mark = stateMarkKind(change.backend.state);
      return { mark, words: `${backendName(change.backend)} is ${markLabels[mark]} in` };
    }
  }
}
