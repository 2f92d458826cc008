'use client';

import { SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { inSpan } from '@/lib/cilium/fields/version-span';
import { changeCommands } from '@/lib/cilium/fields/commands';
import type { FieldContext } from '@/lib/cilium/fields/field-context';
import type { FieldEntry } from '@/lib/cilium/fields/field-entry';
import { isForcedOn, preselectedValue } from '@/lib/cilium/fields/preselected-value';
import type { Setting } from '@/lib/cilium/fields/setting';
import { planQuery } from '@/lib/cilium/plan/plan-text';
import { paths } from '@/lib/paths';
import { useConfiguration } from '../desired/use-configuration';
import { CopyBlock } from './copy-block';

type ChangeItProps = {
  entry: FieldEntry;
  status: AgentStatus;
  context: FieldContext;
  /** A value was picked: the picture follows it. */
  onPick: (key: string, value: string) => void;
};

/** How a field is changed in the version that runs: the commands to take away. Nothing here touches the cluster. */
export function ChangeIt({ entry, status, context, onPick }: ChangeItProps) {
  if (context.version === null && entry.settings.length > 0)
    return <p className="text-muted">The agent’s version is not known, and the setting depends on it.</p>;
  const settings = entry.settings.filter((setting) => inSpan(context.version, setting));
  if (settings.length === 0)
    return (
      <p className="text-muted">
        {entry.settings.length === 0
          ? 'There is no setting of its own.'
          : 'This version has no setting for it.'}
      </p>
    );
  const [main, ...others] = settings;
  return (
    <>
      {main !== undefined && (
        <SettingForm
          key={main.key}
          setting={main}
          current={entry.current(status)}
          status={status}
          context={context}
          onPick={(value) => onPick(main.key, value)}
        />
      )}
      {others.map((setting) => (
        <details key={setting.key} className="mt-2">
          <summary className="py-0.5 text-muted hover:text-text">
            Also <code className="text-small text-text">{setting.helm ?? setting.key}</code>
          </summary>
          <SettingForm
            setting={setting}
            current={null}
            status={status}
            context={context}
            onPick={(value) => onPick(setting.key, value)}
          />
        </details>
      ))}
    </>
  );
}

type SettingFormProps = {
  setting: Setting;
  current: string | null;
  status: AgentStatus;
  context: FieldContext;
  onPick: (value: string) => void;
};

/** What else to know of a way before it is taken. */
const wayRemarks = {
  helm: '',
  configMap: '',
  cli: 'Without --restart=false it deletes all agents at once.',
};

const wayLabels = { helm: 'Helm command', configMap: 'ConfigMap command', cli: 'cilium-cli command' };

function SettingForm({ setting, current, status, context, onPick }: SettingFormProps) {
  const [picked, setPicked] = useState(preselectedValue(setting, current, status));
  const [by, setBy] = useState<'helm' | 'configMap' | 'cli'>('helm');
  const commands = changeCommands(setting, picked, context);
  const owner = useConfiguration(context.namespace)?.configMap?.owner;
  const revertedBy = owner?.consequence ?? 'Who owns the ConfigMap may put the old value back.';
  const facts: [string, string, string][] = [
    [
      'Helm',
      setting.helm ?? `extraConfig.${setting.key}`,
      setting.helm === null ? 'no value of its own' : '',
    ],
    ['ConfigMap', setting.key, `default ${setting.default}`],
  ];
  return (
    <>
      {setting.values.length > 1 && (
        <SegmentedControl
          label={`Value of ${setting.key}`}
          className="mt-0.5 w-full max-w-full overflow-x-auto font-mono *:flex-1 *:px-1.5 *:tracking-[-0.01em]"
          segments={setting.values.map((value) => ({
            value,
            label: (
              <>
                {value}
                {value === current && (
                  <span className="font-sans text-label font-normal text-faint">now</span>
                )}
              </>
            ),
          }))}
          value={picked}
          onValueChange={(value) => {
            setPicked(value);
            onPick(value);
          }}
        />
      )}
      <dl className="my-2 grid grid-cols-[5.75rem_1fr]">
        {facts.map(([word, value, remark]) => (
          <div key={word} className="contents">
            <dt className="text-muted">{word}</dt>
            <dd className="min-w-0 wrap-anywhere">
              <code className="text-[0.925em]">{value}</code>
              {remark !== '' && <span className="ml-1.5 text-small text-faint">{remark}</span>}
            </dd>
          </div>
        ))}
        <dt className="text-muted">Takes effect</dt>
        <dd>when agents restart</dd>
      </dl>
      {isForcedOn(setting, status) && (
        <p className="mb-2 text-small text-muted">
          Forced on while kube-proxy replacement is on; false here would change nothing.
        </p>
      )}
      {setting.note !== undefined && <p className="mb-2 text-small text-muted">{setting.note}</p>}
      <SegmentedControl
        label="By which way"
        className="mb-1.5"
        segments={[
          { value: 'helm', label: 'Helm' },
          { value: 'configMap', label: 'ConfigMap' },
          { value: 'cli', label: 'cilium-cli' },
        ]}
        value={by}
        onValueChange={setBy}
      />
      <CopyBlock text={commands[by]} label={wayLabels[by]} />
      <p className="mt-1.5 mb-1 text-small text-faint">
        {[wayRemarks[by], by === 'helm' ? '' : revertedBy, 'Then restart the agents:']
          .filter((part) => part !== '')
          .join(' ')}
      </p>
      <CopyBlock text={commands.restart} label="restart command" />
      {picked !== current && !isForcedOn(setting, status) && (
        <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            href={`${paths.changePlan}?${planQuery({ changes: { [setting.key]: picked }, nodes: null })}`}
            className={buttonClass()}
          >
            <SlidersHorizontal aria-hidden size={14} strokeWidth={1.75} />
            Plan this change
          </Link>
          <span className="text-small text-faint">checked on this cluster first</span>
        </p>
      )}
    </>
  );
}
