'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { statusHref } from '@/components/settings/status-href';
import { Prose } from '@/components/status/explain/prose';
import { OutsideLink } from '@/components/ui/outside-link';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { fields } from '@/lib/cilium/fields/catalogue';
import { paths } from '@/lib/paths';
import type { AdviceItem } from '@/lib/snapshot/advice/advice-view';
import { EvidenceList } from './evidence-list';

const marks = {
  warn: { Icon: TriangleAlert, className: 'text-warn', label: 'Warning' },
  info: { Icon: Info, className: 'text-muted', label: 'Good to know' },
} as const;

/** One piece of advice: what is, why it matters, what it goes by, what to do, and a way not to see it again. */
export function AdviceRow({
  item,
  isSilenced,
  onSwitch,
}: {
  item: AdviceItem;
  isSilenced: boolean;
  onSwitch: () => void;
}) {
  const { title, reason, todo, field, issue, evidence, severity } = item;
  const { Icon, className, label } = marks[severity];
  const node = evidence.flatMap(({ subject }) => (subject.kind === 'agents' ? subject.nodes : []))[0];
  const to = node === undefined ? `${paths.status}?field=${field}` : statusHref({ id: field }, node);
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 py-3">
      <Icon role="img" aria-label={label} size={15} strokeWidth={1.6} className={`mt-0.5 ${className}`} />
      <div className="grid min-w-0 gap-x-10 gap-y-2 desk:grid-cols-2">
        <div className="min-w-0 max-w-prose text-pretty">
          <h3 className="font-semibold text-balance">{title}</h3>
          <p className="text-muted">{reason}</p>
          <p className="mt-1 wrap-anywhere">
            <b className="font-medium">What to do.</b> <Prose text={todo} />
          </p>
        </div>
        <div className="min-w-0 text-small">
          <EvidenceList item={item} />
          <p className="mt-1 flex flex-wrap gap-x-4">
            <TextLink href={to}>{fields[field].title} explained</TextLink>
            {issue !== null && (
              <OutsideLink href={`https://github.com/cilium/cilium/issues/${issue}`}>
                cilium/cilium#{issue}
              </OutsideLink>
            )}
            <TextButton onClick={onSwitch} aria-label={`${verb(isSilenced)}: ${title}`}>
              {verb(isSilenced)}
            </TextButton>
          </p>
        </div>
      </div>
    </li>
  );
}

function verb(isSilenced: boolean): string {
  return isSilenced ? 'Bring back' : 'Silence';
}
