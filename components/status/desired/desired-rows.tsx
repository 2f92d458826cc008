'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { StateMark } from '@/components/ui/state-mark';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { ruleTitle } from '@/lib/cilium/rules/rule-title';
import { settingsQuery } from '@/lib/queries/settings';
import type { SettingsView, SettingView } from '@/lib/snapshot/settings-view';
import { settingsOfField } from './field-keys';
import { verdictLook } from './verdict-look';

type DesiredRowsProps = { field: FieldId; node: string };

/** What the configuration wants of a field on one node, where that stands, and whether it is what runs. */
export function DesiredRows({ field, node }: DesiredRowsProps) {
  const { data, error, refetch } = useQuery(settingsQuery());
  const entry = fields[field];
  if (entry.settings.length === 0) return null;
  if (data === undefined)
    return (
      <p className="mt-2 min-h-10 text-small text-faint" aria-busy={error === null}>
        {error === null ? (
          'Desired: being read.'
        ) : (
          <>
            What is desired could not be asked: {error.message}{' '}
            <button type="button" className="font-medium text-accent-text" onClick={() => void refetch()}>
              Ask again
            </button>
          </>
        )}
      </p>
    );
  const settings = settingsOfField(entry, data, node);
  if (settings.length === 0) return <NotKnown view={data} node={node} />;
  return (
    <dl aria-label="Desired" className="mt-2.5 grid max-w-[100ch] gap-y-1.5 border-l-2 border-line pl-3">
      {settings.map((setting) => (
        <DesiredRow key={setting.key} setting={setting} />
      ))}
    </dl>
  );
}

function DesiredRow({ setting }: { setting: SettingView }) {
  const { key, desired, verdict, reason, rule } = setting;
  const { word, mark, warn } = verdictLook[verdict];
  const tone = warn ? 'warn' : verdict === 'overridden' ? 'quiet' : undefined;
  const { kind, object } = desired.source;
  const from = kind === 'computed' ? 'computed by the agent' : kind === 'default' ? 'default' : object;
  return (
    <div className="min-w-0">
      <dt className="flex flex-wrap items-baseline gap-x-2">
        <b className="font-semibold">Desired</b>
        <code className="text-small wrap-anywhere text-muted">
          {desired.writtenAs ?? key}
          {desired.value !== null && (
            <>
              : <span className="text-text">{desired.value === '' ? '""' : desired.value}</span>
            </>
          )}
        </code>
        <span className="text-small wrap-anywhere text-faint">{from}</span>
        <span
          className={clsx(
            'inline-flex items-baseline gap-1.5 text-small font-medium',
            warn ? 'text-warn' : 'text-muted',
          )}
        >
          <StateMark mark={mark} tone={tone} label={null} className="self-center" />
          {word}
          {rule !== null && (
            <span className="font-normal text-faint">
              {ruleTitle(rule)} (rule {rule})
            </span>
          )}
        </span>
      </dt>
      <dd className="text-pretty wrap-anywhere text-muted">{reason}</dd>
    </div>
  );
}

/** Why nothing can be said of a node’s settings. */
function NotKnown({ view, node }: { view: SettingsView; node: string }) {
  const reason = view.unjudged.find((one) => one.node === node)?.reason;
  if (reason === undefined) return null;
  const problem = view.configurations.find((one) => one.problem !== null)?.problem ?? null;
  return (
    <p className="mt-2 text-small text-muted">
      <b className="font-semibold text-text">Desired</b>{' '}
      {reason === 'version-unknown'
        ? 'not known: the version of this agent could not be read, and defaults depend on it.'
        : problem === null
          ? 'not known: there is no ConfigMap cilium-config in its namespace, or it was not read yet.'
          : `could not be read: ${problem.detail} ${problem.hint}`}
    </p>
  );
}
