'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { SilentAgent } from '@/components/shell/freshness-of';
import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount, formatDuration, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgainstApi, AgentSettings } from './agent-row';

export type AgentRow = {
  agent: AgentView;
  silent: SilentAgent | null;
  settings: AgentSettings;
  deviating: { version: boolean; kpr: boolean; mode: boolean; selection: boolean };
  against: AgainstApi;
};

/** Columns a phone leaves out: node, verdict and age stay. */
const away = 'max-desk:hidden';
const head = 'h-5.5 pr-2.5 text-left label whitespace-nowrap last:pr-0 max-desk:nth-last-2:pr-0';
const cell =
  'h-7 pr-2.5 last:pr-0 max-desk:nth-last-2:pr-0 text-small whitespace-nowrap text-muted max-desk:h-11.5';
const number = 'text-right';

/** The agents, a row each; `scrolls` gives a long list its own height. */
export function AgentsTable({ rows, scrolls }: { rows: readonly AgentRow[]; scrolls: boolean }) {
  return (
    <div
      // A region that scrolls must be reachable from the keyboard.
      tabIndex={0}
      role="region"
      aria-label="Table of agents"
      className={clsx('overflow-x-auto', scrolls && 'max-h-105 overflow-y-auto')}
    >
      <table className="w-full border-collapse">
        <thead className={clsx(scrolls && 'sticky top-0 bg-bg')}>
          <tr>
            <th className={head}>Node</th>
            <th className={clsx(head, away)}>Agent pod</th>
            <th className={clsx(head, away)}>Version</th>
            <th className={clsx(head, away)}>KPR</th>
            <th className={clsx(head, away)}>Devices</th>
            <th className={clsx(head, away)}>Mode</th>
            <th className={clsx(head, away)}>Selection</th>
            <th className={clsx(head, away, number)} title="Rows of its table">
              Frontends
            </th>
            <th
              className={clsx(head, away, number)}
              title="Backends in its table; an address counts for each frontend it stands under"
            >
              Backends
            </th>
            <th className={clsx(head, 'desk:pl-3.5')}>Against the API</th>
            <th className={clsx(head, number)}>Answered</th>
            <th className={clsx(head, away, number)}>Took</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.agent.node} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ agent, silent, settings, deviating, against }: AgentRow) {
  const { answeredTimestamp, durationMs } = agent.answers['service-list'];
  return (
    <tr className="border-t border-line hover:bg-row-hover">
      <th scope="row" className={clsx(cell, 'text-left font-normal')}>
        <Link
          href={paths.node(agent.node)}
          className="flex h-full items-center gap-1.75 text-text hover:text-accent-text hover:underline"
        >
          {silent === null ? (
            <StateMark mark="agrees" label="answers" />
          ) : (
            <StateMark mark="unknown" tone="warn" label={`silent: ${silent.reason}`} />
          )}
          <NodeName name={agent.node} className="font-medium" />
        </Link>
      </th>
      <td className={clsx(cell, away, 'mono')}>{agent.pod}</td>
      <Setting value={settings.version} deviates={deviating.version} />
      <Setting value={settings.kpr} deviates={deviating.kpr} />
      <td className={clsx(cell, away, 'mono')}>{settings.devices ?? <NotReported />}</td>
      <Setting value={settings.mode} deviates={deviating.mode} />
      <Setting value={settings.selection} deviates={deviating.selection} />
      <td className={clsx(cell, away, number, 'text-text')}>{count(agent.frontendCount)}</td>
      <td className={clsx(cell, away, number, 'text-text')}>{count(agent.backendCount)}</td>
      <td className={clsx(cell, 'desk:pl-3.5')}>
        <Against {...against} />
      </td>
      <td className={clsx(cell, number, silent === null ? 'text-text' : 'text-warn')}>
        {answeredTimestamp === null ? 'never' : <Age timestamp={answeredTimestamp} />}
      </td>
      <td className={clsx(cell, away, number, 'text-text')}>
        {durationMs === null ? <NotReported /> : formatDuration(durationMs)}
      </td>
    </tr>
  );
}

function count(value: number | null): ReactNode {
  return value === null ? <NotReported /> : formatCount(value);
}

function NotReported() {
  return (
    <span title="not reported" className="text-faint">
      –<span className="sr-only"> not reported</span>
    </span>
  );
}

function Setting({ value, deviates }: { value: string | null; deviates: boolean }) {
  return (
    <td className={clsx(cell, away)}>
      {value === null ? (
        <NotReported />
      ) : deviates ? (
        <span className="inline-flex items-center gap-1.5 align-middle text-warn">
          <StateMark mark="differs" tone="warn" label="not what most agents say" />
          {value}
        </span>
      ) : (
        value
      )}
    </td>
  );
}

function Against(against: AgainstApi) {
  switch (against.kind) {
    case 'same':
      return (
        <span className="inline-flex items-center gap-1.75 align-middle">
          <StateMark mark="agrees" label={null} />
          the same
        </span>
      );
    case 'differs':
      return (
        <span className="inline-flex items-center gap-1.75 align-middle text-bad">
          <StateMark mark="differs" label={null} />
          {formatPlural(against.rows, 'row differs', 'rows differ')}
        </span>
      );
    case 'unknown':
      return (
        <span className="inline-flex items-center gap-1.75 align-middle">
          <StateMark mark="unknown" label={null} />
          not known
        </span>
      );
  }
}
