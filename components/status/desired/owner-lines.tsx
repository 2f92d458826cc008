'use client';

import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { settingsQuery } from '@/lib/queries/settings';
import type { HelmReleaseView, SettingView } from '@/lib/snapshot/settings-view';
import { settingsOfField } from './field-keys';
import { useConfiguration } from './use-configuration';

type OwnerLinesProps = { field: FieldId; node: string; namespace: string };

/** Who writes the ConfigMap, where a change belongs, and what the Helm release says of this field now. */
export function OwnerLines({ field, node, namespace }: OwnerLinesProps) {
  const { data } = useQuery(settingsQuery());
  const configuration = useConfiguration(namespace);
  const owner = configuration?.configMap?.owner;
  if (data === undefined || configuration === null || owner === undefined) return null;
  const settings = settingsOfField(fields[field], data, node);
  return (
    <dl aria-label="Owner" className="mt-2.5 grid grid-cols-[5.75rem_1fr] gap-y-0.5">
      <dt className="text-muted">Owner</dt>
      <dd className="min-w-0 wrap-anywhere">
        {owner.name} <span className="text-small text-faint">{owner.evidence}</span>
      </dd>
      <dt className="text-muted">Change in</dt>
      <dd className="min-w-0 text-pretty wrap-anywhere">
        {owner.changeIn}.{' '}
        <span className="text-muted">In the ConfigMap itself: {lowerFirst(owner.consequence)}</span>
      </dd>
      <HelmValues helm={configuration.helm} settings={settings} />
      {settings.map(
        ({ key, desired: { source } }) =>
          source.kind === 'node-config' && (
            <Fragment key={key}>
              <dt className="text-muted">On this node</dt>
              <dd className="min-w-0 text-pretty wrap-anywhere">
                {source.object} decides on <code className="text-[0.925em]">{key}</code>: a change anywhere
                else does nothing here.
              </dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function HelmValues({ helm, settings }: { helm: HelmReleaseView; settings: readonly SettingView[] }) {
  if (helm.state === 'none') return null;
  return (
    <>
      <dt className="text-muted">Helm values</dt>
      <dd className="min-w-0 text-pretty wrap-anywhere">
        {helm.state === 'unread' ? (
          <span className="text-muted">
            could not be read: {helm.problem.detail} {helm.problem.hint}
          </span>
        ) : (
          <>
            {settings.map(({ helm: { path, value } }) => (
              <code key={path} className="block text-[0.925em]">
                {path}
                {value === null ? <span className="font-sans text-faint"> not given</span> : `: ${value}`}
              </code>
            ))}
            <span className="text-small text-faint">
              revision {helm.revision}
              {helm.chartVersion !== null && <>, chart {helm.chartVersion}</>}
            </span>
          </>
        )}
      </dd>
    </>
  );
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
