'use client';

import { useState } from 'react';
import { OutsideLink } from '@/components/ui/outside-link';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { StateMark } from '@/components/ui/state-mark';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { explainAbsence } from '@/lib/cilium/fields/absence';
import { docsUrl } from '@/lib/cilium/fields/docs-page';
import { inSpan } from '@/lib/cilium/fields/version-span';
import { fields } from '@/lib/cilium/fields/catalogue';
import { costsOf, costsOfOthers } from '@/lib/cilium/fields/field-entry';
import { verifyCommand } from '@/lib/cilium/fields/commands';
import type { FieldContext } from '@/lib/cilium/fields/field-context';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { featuresOf } from '@/lib/cilium/fields/features';
import type { Depth } from '@/lib/cilium/fields/passage';
import { tell } from '@/lib/cilium/fields/passage';
import { statusWithPicked } from '@/lib/cilium/fields/pictures/picked-value';
import { DesiredRows } from '../desired/desired-rows';
import { OwnerLines } from '../desired/owner-lines';
import type { FieldAgreement } from './agreement';
import { ChangeIt } from './change-it';
import { Checks } from './checks';
import { CopyBlock } from './copy-block';
import { DashList, Part } from './explanation-list';
import { fieldPicture } from './field-picture';
import { PictureFigure } from './picture-figure';
import { Prose } from './prose';
import { simulatorOfField } from './simulator-of-field';

type FieldExplanationProps = {
  id: FieldId;
  /** The whole name of the agent’s node. */
  node: string;
  /** Whether the agent's text has the line, understood or not. */
  printed: boolean;
  status: AgentStatus;
  context: FieldContext;
  agreement: FieldAgreement;
  versionText: string | null;
  depth: Depth;
  l4: 'tcp' | 'udp';
  onDepth: (depth: Depth) => void;
  onL4: (l4: 'tcp' | 'udp') => void;
  onField: (field: FieldId) => void;
};

/** Fields whose lesson is what kube-proxy does, and for which kinds of Services. */
const kubeProxyLesson: ReadonlySet<FieldId> = new Set<FieldId>([
  'status',
  'services',
  'cluster-ip',
  'node-port',
  'load-balancer',
  'external-ips',
  'host-port',
]);

/** What one line means on this node: in a sentence, with the reader’s addresses, as a picture, and what it takes to change it. */
export function FieldExplanation(props: FieldExplanationProps) {
  const { id, status, context, agreement, depth, l4 } = props;
  const simulator = simulatorOfField[id];
  const entry = fields[id];
  const { version } = context;
  const value = entry.value(status);
  const notRead = props.printed && entry.path !== null && value.state === 'not-reported';
  const absence = notRead
    ? 'The agent prints the line, but its value is none that is known here. It stands at the left as it came.'
    : explainAbsence(entry, status, context);
  const meaning = absence === '' ? tell(entry.meaning(status, context), version, depth) : [absence];
  const place = `${id} ${context.pod}`;
  const [pick, setPick] = useState<{ place: string; key: string; value: string } | null>(null);
  const picked = pick?.place === place && pick.value !== entry.current(status) ? pick : null;
  const pictured = picked === null ? null : statusWithPicked(status, picked.key, picked.value);
  const now = value.state === 'not-reported' ? null : fieldPicture(id, status, context, l4);
  const other = pictured === null ? null : fieldPicture(id, pictured, context, l4);
  const picture =
    other === null || picked === null
      ? now
      : {
          ...other,
          label: `With ${picked.value} instead: ${other.label}`,
          caption: `With ${picked.value} instead. ${other.caption}`,
        };
  const costs = tell(costsOf(entry, status), version, depth);
  const otherCosts = costsOfOthers(entry, status, version);
  const misunderstood = entry.misunderstood.filter((one) => inSpan(version, one));
  const prerequisites = tell(entry.prerequisites, version, depth);
  const hybrid =
    picture !== null && id === 'mode' && featuresOf(pictured ?? status).nodePort?.mode === 'Hybrid';
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 className="text-page font-semibold tracking-[-0.012em]">{entry.title}</h2>
        {entry.path !== null &&
          (value.state === 'not-reported' ? (
            <span className="text-lead font-medium text-faint">
              {notRead ? 'not understood' : 'not reported'}
            </span>
          ) : (
            <span className="font-mono text-lead font-medium wrap-anywhere text-accent-text">
              {value.text}
            </span>
          ))}
        <span className="inline-flex items-center gap-1.5 pt-0.5 text-small text-faint">
          {agreement.differs && <StateMark mark="differs" tone="warn" label={null} />}
          <span className={agreement.differs ? 'text-warn' : undefined}>{agreement.text}</span>
        </span>
        <SegmentedControl
          label="How deep"
          className="ml-auto"
          segments={[
            { value: 'newcomer', label: 'Newcomer' },
            { value: 'expert', label: 'Expert' },
          ]}
          value={depth}
          onValueChange={props.onDepth}
        />
      </div>
      <p className="mt-1 max-w-[96ch] text-lead text-pretty">
        <Prose text={tell([entry.what], version, depth).join(' ')} />
      </p>
      <p className="mt-2 max-w-[100ch] text-pretty text-muted">
        <b className="font-semibold text-text">On this node.</b> <Prose text={meaning.join(' ')} />
      </p>
      <DesiredRows field={id} node={props.node} />
      {hybrid && (
        <SegmentedControl
          label="Protocol of the picture"
          className="mt-3"
          segments={[
            { value: 'tcp', label: 'TCP' },
            { value: 'udp', label: 'UDP' },
          ]}
          value={l4}
          onValueChange={props.onL4}
        />
      )}
      {picture !== null && <PictureFigure key={`${id}${l4}${context.pod}`} picture={picture} />}
      <div className="grid-cols-[minmax(0,1fr)_21rem] gap-x-10 @min-[38.5rem]:grid">
        <div className="min-w-0">
          <Part title="Why it exists">
            <p className="text-pretty text-muted">
              <Prose text={tell(entry.why, version, depth).join(' ')} />
            </p>
          </Part>
          {costs.length > 0 && (
            <Part title="What it costs">
              <DashList items={costs} />
            </Part>
          )}
          {otherCosts.map((other) => (
            <Part key={other.value} title={`With ${other.value} instead`}>
              <DashList items={tell(other.costs, version, depth)} />
            </Part>
          ))}
          {misunderstood.length > 0 && (
            <Part title="Often misunderstood">
              <ul className="text-muted">
                {misunderstood.map(({ claim, truth, expert }) => (
                  <li
                    key={claim}
                    className="relative mt-0.5 pl-3.5 text-pretty before:absolute before:top-2.5 before:left-0 before:h-px before:w-1.5 before:bg-faint"
                  >
                    <b className="font-medium text-text">“{claim}”</b> <Prose text={truth} />{' '}
                    {depth === 'expert' && expert !== undefined && <Prose text={expert} />}
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
        <div className="min-w-0">
          <Part title="Change it">
            <ChangeIt
              key={`${id}${context.pod}`}
              entry={entry}
              status={status}
              context={context}
              onPick={(key, value) => setPick({ place, key, value })}
            />
            <OwnerLines field={id} node={props.node} namespace={context.namespace} />
          </Part>
          {prerequisites.length > 0 && (
            <Part title="What it needs">
              <DashList items={prerequisites} />
            </Part>
          )}
          <Part title="Verify">
            <CopyBlock text={verifyCommand(entry, context)} label="command that shows the line" />
            <Checks entry={entry} context={context} />
          </Part>
          <Part title="Versions">
            <p className="text-pretty text-muted">
              <Prose text={entry.versions.join(' ')} />{' '}
              {props.versionText !== null && <>Here: {props.versionText}.</>}
            </p>
            <p className="mt-1">
              <OutsideLink href={docsUrl(entry.docs, version)}>Cilium’s documentation</OutsideLink>
            </p>
          </Part>
          <Part title="Related">
            <p className="flex flex-wrap gap-x-3">
              {entry.related.map((related) => (
                <TextButton key={related} onClick={() => props.onField(related)}>
                  {fields[related].title}
                </TextButton>
              ))}
              {kubeProxyLesson.has(id) && <TextLink href={paths.kubeProxy}>What kube-proxy does</TextLink>}
              {simulator !== undefined && (
                <TextLink href={simulator.href}>Simulator: {simulator.title}</TextLink>
              )}
            </p>
          </Part>
        </div>
      </div>
    </>
  );
}
