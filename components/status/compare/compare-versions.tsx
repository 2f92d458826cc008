'use client';

import { clsx } from 'clsx';
import { useMemo } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { Release } from '@/lib/cilium/agent-version';
import { releaseAskedFor } from '@/lib/cilium/fields/field-view';
import { fields } from '@/lib/cilium/fields/catalogue';
import { Prose } from '../explain/prose';
import { CompareFrame } from './compare-frame';
import type { CompareProps } from './compare-props';
import type { VersionRow } from './compared-rows';
import { versionRows } from './compared-rows';
import type { ComparedVersion } from './compared-versions';
import { comparedVersions } from './compared-versions';

type CompareVersionsProps = CompareProps & {
  status: AgentStatus;
  here: Release;
  hereText: string;
  there: ComparedVersion;
};

/** What an agent says, beside what another version of Cilium prints and how it is set there. */
export function CompareVersions({ status, here, hereText, there, ...frame }: CompareVersionsProps) {
  const rows = useMemo(() => {
    const release = releaseAskedFor(there);
    return release === null ? [] : versionRows(status, here, release);
  }, [status, here, there]);
  const isMain = there === comparedVersions.at(-1);
  return (
    <>
      <CompareFrame
        label="Two versions"
        left={<span className="min-w-0 truncate font-medium">Here: {hereText}</span>}
        right={
          <span className="min-w-0 truncate">
            <b className="font-medium">Cilium {there}</b>{' '}
            <span className="text-label text-faint">
              {isMain ? 'main, not released' : 'its newest patch'}
            </span>
          </span>
        }
        rows={rows}
        isDifferent={({ sentences }) => sentences.length > 0}
        {...frame}
      >
        {(row) => <Row row={row} selected={row.id === frame.selected} />}
      </CompareFrame>
      <p className="pt-2 text-small text-pretty text-faint max-desk:px-4">
        What differs in the line, its settings and its needs, as far as the catalogue tells. What values an
        agent of that version would report is up to how it is set.
      </p>
    </>
  );
}

function Row({ row: { id, value, printed, sentences }, selected }: { row: VersionRow; selected: boolean }) {
  const differs = sentences.length > 0;
  return (
    <>
      <span className={clsx('flex items-baseline gap-1.5 max-desk:col-span-2', !selected && 'text-muted')}>
        {differs && <StateMark mark="differs" tone="warn" label="differs" size={11} className="flex-none" />}
        {fields[id].title}
      </span>
      <span
        className={clsx('mono min-w-0 leading-5 wrap-anywhere', value === null && 'font-sans text-faint')}
      >
        {value ?? (printed.before ? 'not reported' : 'no such line')}
      </span>
      {differs ? (
        <ul className="min-w-0 text-small leading-5 text-pretty text-text">
          {sentences.map((sentence) => (
            <li key={sentence}>
              <Prose text={sentence} />
            </li>
          ))}
        </ul>
      ) : (
        <span className="text-small leading-5 text-faint">as here</span>
      )}
    </>
  );
}
